/** All fields of a form without files together; of one with files, each of them. */
export const LARGEST_FIELDS_BYTES = 64_000;

/**
 * The fields of a page's form. What is no form has no fields: mail scanners and scripts send all sorts of things. A body
 * larger than any form of ours ends in 413. NUL, which nobody types and PostgreSQL does not store, is left out.
 */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(request.headers.get("content-type") ?? "");
  if (!isForm || !request.body) return new URLSearchParams();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > LARGEST_FIELDS_BYTES) {
      await reader.cancel();
      throw new Response(null, { status: 413 });
    }
    chunks.push(next.value);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8").replaceAll("%00", "").replaceAll("\0", ""));
}
