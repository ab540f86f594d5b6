export type WaysToReach = {
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly address?: string | undefined;
};

/**
 * Of those who may be asked something, in the order of who is asked first: the first that can be called or mailed, else the
 * first one can write to. Where nobody can be reached at all it is the last one. An empty text is no way.
 */
export function whoToReach<Party extends WaysToReach>(first: Party, ...others: readonly Party[]): Party {
  const parties = [first, ...others];
  const reached = parties.find(({ phone, email }) => isWay(phone) || isWay(email));
  return reached ?? parties.find(({ address }) => isWay(address)) ?? parties.at(-1) ?? first;
}

const isWay = (way: string | undefined): boolean => way !== undefined && way !== "";
