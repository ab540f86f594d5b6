import contentDisposition from "content-disposition";

/** Of a file from outside: it is saved, not shown, and nothing in it runs as ours. */
export function savedFileHeaders({ fileName, mediaType }: { fileName: string; mediaType: string }) {
  return { ...STRICT, "Content-Type": mediaType, "Content-Disposition": contentDisposition(fileName) };
}

/** Of a page that we drew ourselves. */
export function shownPageHeaders() {
  return { ...STRICT, "Content-Type": "image/png", "Content-Disposition": "inline" };
}

const STRICT = {
  "Content-Security-Policy": "sandbox; default-src 'none'",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "no-store",
};
