const PREVIEW_CHARACTERS = 140;

/** The first words of a message, on one line, cut between words. */
export function previewOf(body: string): string {
  const line = body.replace(/\s+/g, " ").trim();
  return line.length <= PREVIEW_CHARACTERS ? line : `${line.slice(0, PREVIEW_CHARACTERS).replace(/\s+\S*$/, "")}…`;
}
