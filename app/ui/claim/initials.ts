/** At most two letters to stand for a name: `BJ` for Bakkerij Jansen. */
export function initialsOf(name: string): string {
  const letters = name.split(/[\s.-]+/).flatMap((word) => word.match(/[\p{L}\p{N}]/u) ?? []);
  return letters.slice(0, 2).join("").toUpperCase();
}
