const HOOK = Symbol.for("voldaan.crash");

/**
 * A named line at which a crash must lose nothing and repeat nothing. Does nothing, unless somebody put a function on
 * `globalThis[Symbol.for("voldaan.crash")]` from outside: that one is then told the name.
 */
export function crashPoint(name: string): void {
  const hook: unknown = Reflect.get(globalThis, HOOK);
  if (typeof hook === "function") hook(name);
}
