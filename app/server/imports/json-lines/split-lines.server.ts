const NEWLINE = 0x0a;

/** A line without its end; null where it is longer than allowed, and so was not kept. */
export type Line = { readonly line: number; readonly bytes: Uint8Array | null };

/** Cuts a stream into lines, holding no more than one of them. */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  { longest }: { longest: number },
): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let line = 1;
  const take = (part: Uint8Array) => {
    size += part.length;
    if (size > longest) parts = [];
    else parts.push(part);
  };
  const end = (): Line => {
    const ended = { line, bytes: size > longest ? null : Buffer.concat(parts) };
    parts = [];
    size = 0;
    line += 1;
    return ended;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf(NEWLINE); to !== -1; to = chunk.indexOf(NEWLINE, from)) {
      take(chunk.subarray(from, to));
      yield end();
      from = to + 1;
    }
    if (from < chunk.length) take(chunk.subarray(from));
  }
  if (size > 0) yield end();
}
