export const SETTINGS = "/creditor/settings";
export const FIGURES = "/creditor/figures";

export const POLICY = `${SETTINGS}/policy`;
export const EDIT_POLICY = `${POLICY}/edit`;
export const KEYS = `${SETTINGS}/keys`;
export const WEBHOOKS = `${SETTINGS}/webhooks`;
export const TEAM = `${SETTINGS}/team`;
export const PAYMENTS_KEY = `${SETTINGS}/mollie`;
export const BANK = `${SETTINGS}/bank`;
export const BRANDING = `${SETTINGS}/branding`;
export const PROFILE = `${SETTINGS}/profile`;
export const COLLECTOR = `${SETTINGS}/collector`;
export const HELP_CONTACTS = `${SETTINGS}/help`;
export const NEW_LINK_KEY = `${SETTINGS}/link-keys`;

export function keyHref(id: string): string {
  return `${KEYS}/${encodeURIComponent(id)}`;
}

export function linkKeyHref(id: string): string {
  return `${SETTINGS}/link-keys/${encodeURIComponent(id)}`;
}

export function endpointHref(id: string): string {
  return `${WEBHOOKS}/${encodeURIComponent(id)}`;
}

export function receiverHref(id: string): string {
  return `${endpointHref(id)}/receiver`;
}

export function memberHref(id: string): string {
  return `${TEAM}/${encodeURIComponent(id)}`;
}
