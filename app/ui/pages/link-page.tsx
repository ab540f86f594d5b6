import { REAL_PAGE } from "#app/ui/addresses.ts";
import { LandingPage } from "./landing-page.tsx";
import { NewLinkSentPage } from "./new-link-sent-page.tsx";

export type LinkPageProps = {
  path: string;
  kind: "valid" | "expired" | "refused" | "busy" | "sent";
};

/** A magic link or a paper code in each of its states; its forms are sent to the address they stand on. */
export function LinkPage({ path, kind }: LinkPageProps) {
  if (kind === "sent") return <NewLinkSentPage path={path} />;
  const state = kind === "valid" || kind === "expired" ? { kind, action: path } : { kind };
  const own = path.replace(/\?.*$/, "");
  const notMine = kind === "valid" || kind === "expired" ? { notMineHref: `${own}/not-me` } : {};
  return <LandingPage path={path} state={state} realHref={REAL_PAGE} {...notMine} />;
}
