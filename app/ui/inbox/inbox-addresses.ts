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

export function complaintHref(id: string): string {
  return `/inbox/complaints/${encodeURIComponent(id)}`;
}

export function disputeHref(id: string): string {
  return `/inbox/disputes/${encodeURIComponent(id)}`;
}

/** A file that a debtor sent, as it came. */
export function inboxDocumentHref(id: string): string {
  return `/inbox/documents/${encodeURIComponent(id)}`;
}

/** A page of it as a picture, from 1. */
export function documentPageHref(id: string, page: number): string {
  return `${inboxDocumentHref(id)}/pages/${page}`;
}
