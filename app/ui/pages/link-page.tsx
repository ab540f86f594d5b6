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
  return <LandingPage path={path} state={state} />;
}
