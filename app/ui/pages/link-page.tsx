import { REAL_PAGE } from "#app/ui/addresses.ts";
import { LandingPage, type LandingState, type NewLinkTo } from "./landing-page.tsx";
import { NewLinkSentPage } from "./new-link-sent-page.tsx";

export type LinkPageProps = {
  path: string;
  kind: "valid" | "expired" | "refused" | "busy" | "sent";
  /** Where a new link goes or went, of a link that is too old. */
  to?: NewLinkTo | null | undefined;
};

/** A magic link or a paper code in each of its states; its forms are sent to the address they stand on. */
export function LinkPage({ path, kind, to = null }: LinkPageProps) {
  if (kind === "sent" && to) return <NewLinkSentPage path={path} to={to} />;
  const state = stateOf({ path, kind, to });
  const own = path.replace(/\?.*$/, "");
  const notMine = kind === "valid" || kind === "expired" ? { notMineHref: `${own}/not-me` } : {};
  return <LandingPage path={path} state={state} realHref={REAL_PAGE} {...notMine} />;
}

function stateOf({ path, kind, to = null }: LinkPageProps): LandingState {
  if (kind === "valid") return { kind, action: path };
  return kind === "expired" || kind === "sent" ? { kind: "expired", action: path, to } : { kind };
}
