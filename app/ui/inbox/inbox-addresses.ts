export const INBOX = "/inbox";
export const SIGN_IN = "/inbox/sign-in";
export const SIGN_OUT = "/inbox/sign-out";
export const CHOOSE_CREDITOR = "/inbox/choose";

export function arrangementHref(id: string): string {
  return `/inbox/arrangements/${encodeURIComponent(id)}`;
}

export function counterHref(id: string): string {
  return `${arrangementHref(id)}/counter`;
}
