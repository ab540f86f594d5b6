/** An expected outcome: a value, or a failure that says which one it is. Only bugs throw. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function err<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

/** Ends a switch over a union: a new member without its own case no longer compiles. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${String(value)}`);
}
