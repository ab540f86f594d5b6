export const INBOX = "/inbox";
export const CHOOSE_CREDITOR = "/inbox/choose";

/** Pages of the inbox that somebody may be sent on to after signing in: no other address is taken over. */
const PAGE = /^\/inbox\/arrangements\/[\w-]{1,40}(\/counter)?$/;

/** Where to sign in, and which page to go on to. */
export function signInPath({ to }: { to: string | null }, attemptId?: string): string {
  const path = attemptId === undefined ? "/inbox/sign-in" : `/inbox/sign-in/${attemptId}`;
  const next = nextPage(to);
  return next === INBOX ? path : `${path}?${new URLSearchParams({ to: next }).toString()}`;
}

/** The page that an address names as the next one, if it is one of ours; else the inbox. */
export function nextPage(to: string | null): string {
  return to !== null && PAGE.test(to) ? to : INBOX;
}
