import { createCreditor, type CreditorRefusal } from "#app/server/creditors/create-creditor.server.ts";
import { type Command, needed, Refused } from "../command.ts";

export const creditorCreate: Command = {
  name: "creditor:create",
  usage: "--name N --iban I [--cannot-deduct-vat]",
  does: "adds a creditor",
  options: { name: { type: "string" }, iban: { type: "string" }, "cannot-deduct-vat": { type: "boolean" } },
  async run(services, options) {
    const created = await createCreditor(services, {
      name: needed(options, "name"),
      iban: needed(options, "iban"),
      canDeductVat: options["cannot-deduct-vat"] !== true,
      actor: "operator",
    });
    if (!created.ok) throw new Refused(reason(created.error));
    return { json: created.value, lines: [`Creditor ${created.value.id}`] };
  },
};

function reason(refusal: CreditorRefusal): string {
  switch (refusal.kind) {
    case "name_missing":
      return "the name is empty";
    case "name_too_long":
      return "the name is longer than 70 characters, which is what a bank transfer can carry";
    case "unreadable_iban":
      return "the IBAN cannot be read";
    case "unknown_iban_country":
      return `the IBAN names a country without IBANs: ${refusal.country}`;
    case "wrong_iban_length":
      return `the IBAN has ${refusal.actual} characters where its country has ${refusal.expected}`;
    case "wrong_iban_check_digits":
      return "the check digits of the IBAN are wrong";
  }
}
