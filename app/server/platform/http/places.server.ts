export type Places = {
  /** A place for `subject`, and how to give it back; null where none is free. */
  readonly take: (subject: string) => (() => void) | null;
};

/** Bounds what goes on at once in this process: `all` together, `ofOne` of one subject. */
export function openPlaces({ all, ofOne }: { all: number; ofOne: number }): Places {
  const taken: string[] = [];
  return {
    take(subject) {
      if (taken.length >= all || taken.filter((other) => other === subject).length >= ofOne) return null;
      taken.push(subject);
      return () => void taken.splice(taken.indexOf(subject), 1);
    },
  };
}
