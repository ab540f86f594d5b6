import type { Simulation } from "./simulation.ts";

/** A request to the API by the holder of a key. */
export type ApiCall = {
  readonly simulation: Simulation;
  readonly profileId: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
};

/** An object by id, unless it belongs to another profile: that is as if it were not there. */
export function own<T extends { readonly profileId: string }>(
  call: ApiCall,
  collection: ReadonlyMap<string, T>,
  id: string,
): T | null {
  const item = collection.get(id);
  return item?.profileId === call.profileId ? item : null;
}

export function allOwn<T extends { readonly profileId: string }>(
  call: ApiCall,
  collection: ReadonlyMap<string, T>,
): T[] {
  return [...collection.values()].filter(({ profileId }) => profileId === call.profileId);
}

/** `?embed=a,b` and `?include=a,b` as lists. */
export function listParameter(query: URLSearchParams, name: string): string[] {
  return query.getAll(name).flatMap((value) => value.split(",").filter(Boolean));
}
