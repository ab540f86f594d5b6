import type { PayOptions } from "./pay-options.ts";

/**
 * What public/scripts/sums.js adds up, in cents, by answer. Of bills what is theirs alone and what is asked once besides,
 * however many are chosen. What is under a minimum or over a maximum is not taken.
 */
export function paySums({ all, undisputed, instalment, part, chosen }: PayOptions): object {
  return {
    all: Number(all),
    ...(undisputed === null ? {} : { undisputed: Number(undisputed) }),
    ...(instalment === null ? {} : { instalment: Number(instalment.amount) }),
    ...(part === null ? {} : { part: { minimum: Number(part.minimum), maximum: Number(part.maximum) } }),
    ...(chosen === null
      ? {}
      : {
          chosen: {
            own: Object.fromEntries(chosen.items.map(({ id, amount }) => [id, Number(amount - chosen.once)])),
            once: Number(chosen.once),
            minimum: Number(chosen.minimum),
            most: Number(chosen.most),
          },
        }),
  };
}
