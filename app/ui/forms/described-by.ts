/** The ids of a field's hint and error, as far as they are on the page. */
export function describedBy(
  id: string,
  { hint, error }: { hint: string | undefined; error: string | undefined },
): string | undefined {
  const ids = [hint === undefined ? [] : [`${id}-hint`], error === undefined ? [] : [`${id}-error`]].flat();
  return ids.length === 0 ? undefined : ids.join(" ");
}
