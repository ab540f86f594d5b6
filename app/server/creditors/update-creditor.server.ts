import { z } from "zod";
import { err, ok, type Result } from "#app/domain/result.ts";
import { FORMS_OF_ADDRESS } from "#app/i18n/languages.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { ownersLately } from "./mail-people.server.ts";
import { replaceMollieKey } from "./replace-mollie-key.server.ts";
import { tellOwners } from "./tell-owners.server.ts";

const text = z.string().trim().min(1).max(200);

/** How debtors reach a creditor, how long pauses last, who else helps, who collects for it, where complaints go, and on which key it is paid. */
export const creditorDetailsSchema = z.strictObject({
  contact: z
    .strictObject({
      address: text.optional(),
      phone: text.optional(),
      email: z.email().optional(),
      website: z.url({ protocol: /^https$/ }).optional(),
    }) // prettier-ignore
    .optional(),
  collector: z
    .strictObject({
      name: text,
      registerNumber: text.optional(),
      address: text.optional(),
      phone: text.optional(),
      email: z.email().optional(),
    }) // prettier-ignore
    .optional(),
  complaints: z.strictObject({ text: text.optional(), email: z.email().optional() }).optional(),
  minimumPartPaymentCents: z.bigint().min(1n).max(1_000_000n).optional(),
  /** Within which a letter by post is presumed delivered. */
  postalDays: z.int().min(1).max(14).optional(),
  pauseMonths: z.int().min(1).max(36).optional(),
  pauseMonthsMost: z.int().min(1).max(36).optional(),
  pauseFreezesInterest: z.boolean().optional(),
  /** How debtors are spoken to in Dutch: u, or je. */
  formOfAddress: z.enum(FORMS_OF_ADDRESS).optional(),
  /** Takes the place of all that was there. */
  helpContacts: z
    .array(
      z.strictObject({
        name: text,
        text: text.optional(),
        phone: text.optional(),
        url: z.url({ protocol: /^https$/ }).optional(),
      }),
    )
    .max(20)
    .optional(),
  mollieApiKey: z
    .string()
    .regex(/^(test|live)_\w{20,}$/, "a key of Mollie, test_… or live_…")
    .optional(),
});

export type CreditorDetailsChange = z.infer<typeof creditorDetailsSchema>;

export type UpdateRefusal =
  { readonly kind: "creditor_not_found" } | { readonly kind: "not_valid"; readonly faults: readonly string[] };

/** Changes what is given and leaves the rest. The provider's key is stored encrypted and never shown again. */
export async function updateCreditor(
  services: Services,
  { creditorId, change, actor }: { creditorId: string; change: CreditorDetailsChange; actor: string },
): Promise<Result<{ id: string; changed: string[] }, UpdateRefusal>> {
  const checked = creditorDetailsSchema.safeParse(change);
  if (!checked.success) return err({ kind: "not_valid", faults: checked.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) }); // prettier-ignore
  const { contact, collector, complaints, minimumPartPaymentCents, mollieApiKey, helpContacts, ...rest } = checked.data;
  const now = services.clock.now();
  return inTransaction(services.database, async (tx) => {
    // Two changes at once would each keep the same key as the earlier one.
    await tx.$queryRaw`SELECT id FROM creditor WHERE id = ${creditorId} FOR NO KEY UPDATE`;
    const creditor = await tx.creditor.findUnique({
      where: { id: creditorId },
      select: { contact: true, complaints: true, pauseMonths: true, pauseMonthsMost: true, mollieApiKey: true },
    });
    if (!creditor) return err({ kind: "creditor_not_found" });
    const { pauseMonths = creditor.pauseMonths, pauseMonthsMost = creditor.pauseMonthsMost } = rest;
    if (pauseMonths > pauseMonthsMost) return err({ kind: "not_valid", faults: [`pauseMonths: at most ${pauseMonthsMost}, the most months`] }); // prettier-ignore
    const changes = {
      ...(contact ? { contact: { ...(creditor.contact as object), ...defined(contact) } } : {}),
      ...(collector ? { collector: defined(collector) } : {}),
      ...(complaints ? { complaints: { ...(creditor.complaints as object), ...defined(complaints) } } : {}),
      ...(minimumPartPaymentCents === undefined ? {} : { minimumPartPayment: minimumPartPaymentCents }),
      ...(rest.postalDays === undefined ? {} : { postalDays: rest.postalDays }),
      ...(rest.pauseMonths === undefined ? {} : { pauseMonths }),
      ...(rest.pauseMonthsMost === undefined ? {} : { pauseMonthsMost }),
      ...(rest.pauseFreezesInterest === undefined ? {} : { pauseFreezesInterest: rest.pauseFreezesInterest }),
      ...(rest.formOfAddress === undefined ? {} : { formOfAddress: rest.formOfAddress }),
      ...(helpContacts ? { helpContacts: helpContacts.map(defined) } : {}),
    };
    const changed = [...Object.keys(changes), ...(mollieApiKey ? ["mollieApiKey"] : [])];
    await tx.creditor.update({ where: { id: creditorId }, data: changes });
    if (mollieApiKey) await replaceMollieKey(tx, services, { creditorId, stored: creditor.mollieApiKey, apiKey: mollieApiKey }); // prettier-ignore
    if (mollieApiKey) await tellOwners(tx, services, { creditorId, to: await ownersLately(tx, creditorId, now), actor, news: { kind: "mollie", end: mollieApiKey.slice(-4) } }); // prettier-ignore
    appendAudit(tx, creditorId, { at: now, actor, action: "creditor.updated", subject: creditorId, data: { changed: changed.join(" ") } }); // prettier-ignore
    return ok({ id: creditorId, changed });
  });
}

function defined<Fields extends object>(fields: Fields): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
}
