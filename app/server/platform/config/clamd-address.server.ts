export type ClamdAddress = { readonly host: string; readonly port: number } | { readonly path: string };

/** Where `tcp://host:port` or `unix:/path` leads; null for anything else. */
export function parseClamdUrl(text: string): ClamdAddress | null {
  if (/^unix:\/./.test(text)) return { path: text.slice("unix:".length).replace(/^\/{2,}/, "/") };
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, pathname } = new URL(text);
  if (protocol !== "tcp:" || hostname === "" || port === "" || !["", "/"].includes(pathname)) return null;
  return { host: hostname.replace(/^\[|\]$/g, ""), port: Number(port) };
}
