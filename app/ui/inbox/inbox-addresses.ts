export const INBOX = "/creditor";
export const SIGN_IN = "/creditor/sign-in";
export const SIGN_OUT = "/creditor/sign-out";
export const CHOOSE_CREDITOR = "/creditor/choose";

export function arrangementHref(id: string): string {
  return `/creditor/arrangements/${encodeURIComponent(id)}`;
}

export function counterHref(id: string): string {
  return `${arrangementHref(id)}/counter`;
}

export function complaintHref(id: string): string {
  return `/creditor/complaints/${encodeURIComponent(id)}`;
}

export function disputeHref(id: string): string {
  return `/creditor/disputes/${encodeURIComponent(id)}`;
}

export function pauseHref(id: string): string {
  return `/creditor/pauses/${encodeURIComponent(id)}`;
}

export function questionHref(id: string): string {
  return `/creditor/questions/${encodeURIComponent(id)}`;
}

export const CLAIMS = "/creditor/claims";
export const NEW_CLAIM = "/creditor/claims/new";
export const IMPORTS = "/creditor/import";
export const IMPORT_TEMPLATE = "/creditor/import/template.csv";
export const PAYMENTS = "/creditor/payments";
export const QUARANTINE = "/creditor/quarantine";

export function quarantineHref(id: string): string {
  return `${QUARANTINE}/${encodeURIComponent(id)}`;
}

export function claimHref(id: string): string {
  return `${CLAIMS}/${encodeURIComponent(id)}`;
}

export function importHref(id: string): string {
  return `${IMPORTS}/${encodeURIComponent(id)}`;
}

/** The links of what came in, made by a form. */
export function importLinksHref(id: string): string {
  return `${importHref(id)}/links.csv`;
}

/** An act on a claim, on a page of its own. */
export function claimActHref(
  id: string,
  act: "payment" | "credit" | "pay-back" | "pause" | "close" | "link" | "letter" | "invoice-file",
): string {
  return `${claimHref(id)}/${act}`;
}

/** A file that a debtor sent, as it came. */
export function inboxDocumentHref(id: string): string {
  return `/creditor/documents/${encodeURIComponent(id)}`;
}

/** A page of it as a picture, from 1. */
export function documentPageHref(id: string, page: number): string {
  return `${inboxDocumentHref(id)}/pages/${page}`;
}
