import { LandingPage } from "./landing-page.tsx";
import { NotMePage } from "./not-me-page.tsx";

/** "This is not for me" behind a link or a code; where there is no such link, as the link itself says it. */
export function NotMeLinkPage(page: { path: string; kind: "ask" | "refused" | "busy"; wrong: boolean }) {
  const { path, kind, wrong } = page;
  if (kind !== "ask") return <LandingPage path={path} state={{ kind }} />;
  return <NotMePage path={path} backHref={path.replace(/\/not-me(?:\?.*)?$/, "")} wrong={wrong} />;
}
