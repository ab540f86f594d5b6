import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { CreditorHelp } from "./creditor-contact.server.ts";
import { type FormAnswers, type FormFault, lineOf } from "./form-reader.server.ts";

export type HelpContactFault = FormFault<"missing" | "too_long" | "web">;

export const MOST_HELP_CONTACTS = 20;

const FIELDS = ["name", "text", "phone", "url"] as const;
const LONGEST_LINE = 200;
/** Room for more below those that are there. */
const EMPTY_ROWS = 2;

/** Who helps the debtors of a creditor, as the form shows it: `name-1`, `text-1` and so on, one number for each. */
export async function helpContactAnswers(services: Services, creditorId: string): Promise<FormAnswers> {
  const { helpContacts } = await services.database.prisma.creditor.findUniqueOrThrow({
    where: { id: creditorId },
    select: { helpContacts: true },
  });
  const kept = helpContacts as Partial<CreditorHelp>[];
  const filled = kept.flatMap((contact, index) =>
    FIELDS.flatMap((field) => (contact[field] === undefined ? [] : [[`${field}-${index + 1}`, [contact[field]]]])),
  );
  return Object.fromEntries(filled);
}

/** How many of them a form shows: those that are filled in and some more. */
export function helpContactRows(answers: FormAnswers): number {
  const filled = Object.entries(answers).filter(([, [text = ""]]) => text.trim() !== "");
  const last = Math.max(0, ...filled.map(([name]) => Number(/-(\d{1,2})$/.exec(name)?.[1] ?? 0)));
  return Math.min(MOST_HELP_CONTACTS, last + EMPTY_ROWS);
}

/** Reads all of them; a row in which nothing stands is left out. */
export function readHelpContactsForm(form: URLSearchParams): Result<CreditorHelp[], readonly HelpContactFault[]> {
  const faults: HelpContactFault[] = [];
  const contacts: CreditorHelp[] = [];
  for (let row = 1; row <= MOST_HELP_CONTACTS; row += 1) {
    const typed = FIELDS.map((field) => [field, lineOf(form, `${field}-${row}`)] as const).filter(([, text]) => text !== ""); // prettier-ignore
    if (typed.length === 0) continue;
    const name = lineOf(form, `name-${row}`);
    const url = lineOf(form, `url-${row}`);
    if (name === "") faults.push({ field: `name-${row}`, kind: "missing" });
    for (const [field, text] of typed) {
      if (text.length > LONGEST_LINE) faults.push({ field: `${field}-${row}`, kind: "too_long", max: LONGEST_LINE });
    }
    if (url !== "" && !z.url({ protocol: /^https$/ }).safeParse(url).success) faults.push({ field: `url-${row}`, kind: "web" }); // prettier-ignore
    contacts.push({ ...Object.fromEntries(typed), name });
  }
  return faults.length > 0 ? err(faults) : ok(contacts);
}

/** Puts all of them in the place of those that were there. The audit names that they changed, not what they say. */
export async function saveHelpContacts(
  services: Services,
  { creditorId, contacts, actor }: { creditorId: string; contacts: CreditorHelp[]; actor: string },
): Promise<void> {
  const at = services.clock.now();
  await inTransaction(services.database, async (tx) => {
    const before = await tx.creditor.findUniqueOrThrow({ where: { id: creditorId }, select: { helpContacts: true } });
    if (isDeepStrictEqual(before.helpContacts, contacts)) return;
    await tx.creditor.update({ where: { id: creditorId }, data: { helpContacts: contacts } });
    appendAudit(tx, creditorId, { at, actor, action: "creditor.updated", subject: creditorId, data: { changed: "helpContacts" } }); // prettier-ignore
  });
}
