export const INBOX = "/creditor";
export const CHOOSE_CREDITOR = "/creditor/choose";

/** Pages of the creditor that somebody may be sent on to after signing in: no other address is taken over. */
const PAGE = /^\/creditor(\/(?!sign-in|sign-out|choose)[\w-]{1,40}){1,5}$/;

/** Where to sign in, and which page to go on to. */
export function signInPath({ to }: { to: string | null }, attemptId?: string): string {
  const path = attemptId === undefined ? "/creditor/sign-in" : `/creditor/sign-in/${attemptId}`;
  const next = nextPage(to);
  return next === INBOX ? path : `${path}?${new URLSearchParams({ to: next }).toString()}`;
}

/** The page that signs in whoever got its address by mail, and goes on from there. */
export function signInLinkPath(token: string, to: string | null): string {
  const next = nextPage(to);
  const query = next === INBOX ? "" : `?${new URLSearchParams({ to: next }).toString()}`;
  return `/creditor/sign-in/link/${token}${query}`;
}

/** The page that an address names as the next one, if it is one of ours; else the inbox. */
export function nextPage(to: string | null): string {
  return to !== null && PAGE.test(to) ? to : INBOX;
}
