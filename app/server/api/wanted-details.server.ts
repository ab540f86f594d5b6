import type { z } from "zod";
import type { addressSchema } from "#app/server/claims/claim-body.server.ts";
import type { CorrectedDetails } from "#app/server/details/detail-fields.server.ts";

type Contact = {
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly address?: z.infer<typeof addressSchema> | null | undefined;
};

/** How a debtor is to be reached, by column: an address takes the place of the whole old one. */
export function wantedDetails({ email, phone, address }: Contact): CorrectedDetails {
  return {
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
    ...(address === undefined
      ? {}
      : {
          street: address?.street ?? null,
          houseNumber: address?.houseNumber ?? null,
          addressLine2: address?.addition ?? null,
          postalCode: address?.postalCode ?? null,
          city: address?.city ?? null,
          country: address?.country ?? null,
        }),
  };
}
