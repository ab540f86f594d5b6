/** What an API key may do; `*` is everything, also what comes later. */
export const API_SCOPES = [
  "claims:read",
  "claims:write",
  "payments:read",
  "payments:write",
  "links:write",
  "link-keys:read",
  "link-keys:write",
  "arrangements:read",
  "arrangements:write",
  "disputes:read",
  "disputes:write",
  "policy:read",
  "policy:write",
  "messages:read",
  "messages:write",
  "documents:read",
  "imports:read",
  "imports:write",
  "events:read",
  "webhooks:read",
  "webhooks:write",
] as const;

export type ApiScope = (typeof API_SCOPES)[number];

export const ALL_SCOPES = "*";

export function isApiScope(text: string): text is ApiScope | typeof ALL_SCOPES {
  return text === ALL_SCOPES || (API_SCOPES as readonly string[]).includes(text);
}

export function allows(granted: readonly string[], scope: ApiScope): boolean {
  return granted.includes(ALL_SCOPES) || granted.includes(scope);
}
