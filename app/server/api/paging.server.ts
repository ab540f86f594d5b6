import { z } from "zod";
import { isId } from "#app/server/platform/crypto/random-id.server.ts";

const DEFAULT_LIMIT = 50;

/** `limit` as text in an address, 1 to 200. */
export const limitSchema = z
  .string()
  .regex(/^([1-9]\d?|1\d\d|200)$/, "must be a whole number from 1 to 200")
  .transform(Number)
  .default(DEFAULT_LIMIT)
  .meta({ type: "integer", minimum: 1, maximum: 200, description: "How many at most." });

/** Where the last page ended: opaque to the caller, the place of its last item to us. */
export function cursorSchema(prefix: string) {
  return z
    .string()
    .transform((text) => Buffer.from(text, "base64url").toString("utf8"))
    .refine((id) => isId(prefix, id), {
      error: "must be the `nextCursor` of the page before",
      params: { problem: "unreadable_cursor" },
    }) // prettier-ignore
    .optional()
    .meta({ type: "string", description: "`nextCursor` of the page before." });
}

/** As `cursorSchema`, of a list whose items have a place, counted from 1, in place of an id. */
export const placeCursorSchema = z
  .string()
  .transform((text) => Buffer.from(text, "base64url").toString("utf8"))
  .refine((place) => /^[1-9]\d{0,8}$/.test(place), {
    error: "must be the `nextCursor` of the page before",
    params: { problem: "unreadable_cursor" },
  })
  .transform(Number)
  .optional()
  .meta({ type: "string", description: "`nextCursor` of the page before." });

export type Page<Item> = { readonly data: readonly Item[]; readonly nextCursor: string | null };

/** A page of items that were asked for with one more than the limit, which tells that there is a next page. */
export function pageOf<Item>(
  items: readonly Item[],
  { limit, idOf }: { limit: number; idOf: (item: Item) => string },
): Page<Item> {
  const data = items.slice(0, limit);
  const last = data.at(-1);
  const more = items.length > limit && last !== undefined;
  return { data, nextCursor: more ? Buffer.from(idOf(last), "utf8").toString("base64url") : null };
}
