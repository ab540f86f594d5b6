import { cutWhole } from "#app/server/platform/text/cut-whole.server.ts";
/** A safe file name of at most 100 characters, its ending that of the content. */
export function writeFilename(input: { given: string; otherwise: string; ending: string }): string {
  const stem = (name: string) => {
    const bare = name.replace(/^.*[\\/]/s, "").replace(/\.[A-Za-z0-9]{1,5}$/, "");
    return cutWhole(bare.replace(/[^\p{L}\p{N} ._()-]/gu, "-").replace(/^[. ]+/, ""), 90);
  };
  return `${stem(input.given) || stem(input.otherwise) || "document"}.${input.ending}`;
}
