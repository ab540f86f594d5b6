const LONGEST = 100;
const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  "image/jpeg": ["jpg", "jpeg"],
  "image/png": ["png"],
  "image/webp": ["webp"],
  "application/pdf": ["pdf"],
};

/**
 * The name of a file from outside as it is shown and saved: no path, no control characters, nothing that turns the
 * direction of reading, at most a hundred characters, and always the extension of what it is.
 */
export function safeFileName(name: string, mediaType: string): string {
  const base = Buffer.from(name.split(/[/\\]/).pop() ?? "").toString();
  // As browsers write a quote or a line break in a name.
  const unquoted = base.replaceAll(/%(22|0d|0a)/gi, "");
  const plain = unquoted.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"<>:|?*]/gu, "").replaceAll(/\s+/g, " ").replace(/^[. ]+|[. ]+$/g, ""); // prettier-ignore
  const extensions = EXTENSIONS[mediaType] ?? [];
  const known = extensions.find((extension) => plain.toLowerCase().endsWith(`.${extension}`));
  const stem = known ? plain.slice(0, -known.length - 1) : plain;
  const short = [...(stem || "bestand")]
    .slice(0, LONGEST - 5)
    .join("")
    .trimEnd();
  return `${short}.${known ?? extensions[0] ?? "bin"}`;
}
