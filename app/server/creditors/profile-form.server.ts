import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { asCents, type Cents } from "#app/domain/money.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { FormOfAddress } from "#app/i18n/languages.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import {
  amountOf,
  type FormAnswers,
  type FormFault,
  lineOf,
  linesOf,
  typedAmount,
  wholeOf,
} from "./form-reader.server.ts";

export type ProfileFault = FormFault<
  "missing" | "too_long" | "email" | "web" | "number" | "amount" | "range" | "order" | "both"
>;

const LONGEST_NAME = 70;
const LONGEST_LINE = 200;
const LONGEST_TEXT = 500;

const NUMBERS = {
  disputeAnswerDays: { min: 1, max: 56 },
  pauseMonths: { min: 1, max: 36 },
  pauseMonthsMost: { min: 1, max: 36 },
  postalDays: { min: 1, max: 14 },
} as const;

const SMALLEST_PART = asCents(1n);
const LARGEST_PART = asCents(1_000_000n);

type Contact = { address?: string; phone?: string; email?: string; website?: string };
type Complaints = { text?: string; email?: string; url?: string; outsideBody?: { name: string; url: string } };

/** What debtors read of a creditor, and the terms that it keeps to. */
export type Profile = {
  readonly name: string;
  readonly contact: Contact;
  readonly complaints: Complaints;
  readonly disputeAnswerDays: number;
  readonly pauseMonths: number;
  readonly pauseMonthsMost: number;
  readonly postalDays: number;
  readonly pauseFreezesInterest: boolean;
  readonly minimumPartPayment: Cents;
  readonly formOfAddress: FormOfAddress;
};

const columns = {
  name: true,
  contact: true,
  complaints: true,
  disputeAnswerDays: true,
  pauseMonths: true,
  pauseMonthsMost: true,
  postalDays: true,
  pauseFreezesInterest: true,
  minimumPartPayment: true,
  formOfAddress: true,
} as const;

/** A profile as its form shows it. */
export async function profileAnswers(services: Services, creditorId: string): Promise<FormAnswers> {
  const creditor = await services.database.prisma.creditor.findUniqueOrThrow({
    where: { id: creditorId },
    select: columns,
  });
  const contact = creditor.contact as Contact;
  const complaints = creditor.complaints as Complaints;
  const texts = {
    name: creditor.name,
    ...contact,
    complaintsText: complaints.text,
    complaintsEmail: complaints.email,
    complaintsUrl: complaints.url,
    bodyName: complaints.outsideBody?.name,
    bodyUrl: complaints.outsideBody?.url,
    disputeAnswerDays: String(creditor.disputeAnswerDays),
    pauseMonths: String(creditor.pauseMonths),
    pauseMonthsMost: String(creditor.pauseMonthsMost),
    postalDays: String(creditor.postalDays),
    pauseFreezesInterest: creditor.pauseFreezesInterest ? "yes" : "no",
    minimumPartPayment: typedAmount(creditor.minimumPartPayment),
    formOfAddress: creditor.formOfAddress,
  };
  return Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text === undefined ? [] : [text]]));
}

/** Reads a whole profile; what is left empty is not there any more. */
export function readProfileForm(form: URLSearchParams): Result<Profile, readonly ProfileFault[]> {
  const faults: ProfileFault[] = [];
  const name = lineOf(form, "name");
  if (name === "") faults.push({ field: "name", kind: "missing" });
  if (name.length > LONGEST_NAME) faults.push({ field: "name", kind: "too_long", max: LONGEST_NAME });
  for (const field of ["address", "phone", "website", "complaintsUrl", "bodyName", "bodyUrl"]) {
    if (lineOf(form, field).length > LONGEST_LINE) faults.push({ field, kind: "too_long", max: LONGEST_LINE });
  }
  if (linesOf(form, "complaintsText").length > LONGEST_TEXT) faults.push({ field: "complaintsText", kind: "too_long", max: LONGEST_TEXT }); // prettier-ignore
  for (const field of ["email", "complaintsEmail"]) {
    const typed = lineOf(form, field);
    if (typed !== "" && !z.email().max(254).safeParse(typed).success) faults.push({ field, kind: "email" });
  }
  for (const field of ["website", "complaintsUrl", "bodyUrl"]) {
    const typed = lineOf(form, field);
    if (typed !== "" && !z.url({ protocol: /^https$/ }).safeParse(typed).success) faults.push({ field, kind: "web" });
  }
  const body = { name: lineOf(form, "bodyName"), url: lineOf(form, "bodyUrl") };
  if ((body.name === "") !== (body.url === "")) faults.push({ field: body.name === "" ? "bodyName" : "bodyUrl", kind: "both" }); // prettier-ignore
  const numbers = Object.entries(NUMBERS).map(([field, { min, max }]) => {
    const value = wholeOf(form, field);
    if (value === null) faults.push({ field, kind: "number" });
    else if (value < min || value > max) faults.push({ field, kind: "range", min, max });
    return [field, value ?? 0] as const;
  });
  const terms = Object.fromEntries(numbers) as Record<keyof typeof NUMBERS, number>;
  if (faults.length === 0 && terms.pauseMonths > terms.pauseMonthsMost) faults.push({ field: "pauseMonthsMost", kind: "order", min: terms.pauseMonths }); // prettier-ignore
  const minimumPartPayment = amountOf(form, "minimumPartPayment");
  if (minimumPartPayment === null || minimumPartPayment < SMALLEST_PART || minimumPartPayment > LARGEST_PART) {
    faults.push({ field: "minimumPartPayment", kind: "amount" });
  }
  if (faults.length > 0 || minimumPartPayment === null) return err(faults);
  return ok({
    name,
    contact: filled({
      address: lineOf(form, "address"),
      phone: lineOf(form, "phone"),
      email: lineOf(form, "email"),
      website: lineOf(form, "website"),
    }),
    complaints: {
      ...filled({
        text: linesOf(form, "complaintsText"),
        email: lineOf(form, "complaintsEmail"),
        url: lineOf(form, "complaintsUrl"),
      }),
      ...(body.name === "" ? {} : { outsideBody: body }),
    },
    ...terms,
    pauseFreezesInterest: form.get("pauseFreezesInterest") === "yes",
    minimumPartPayment,
    formOfAddress: form.get("formOfAddress") === "informal" ? "informal" : "formal",
  });
}

function filled(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));
}

/** Puts a whole profile in the place of the one before. The audit names what changed, not what it says. */
export async function saveProfile(
  services: Services,
  { creditorId, profile, actor }: { creditorId: string; profile: Profile; actor: string },
): Promise<void> {
  const at = services.clock.now();
  await inTransaction(services.database, async (tx) => {
    const before = await tx.creditor.findUniqueOrThrow({ where: { id: creditorId }, select: columns });
    const changed = (Object.keys(columns) as (keyof Profile)[]).filter(
      (field) => !isDeepStrictEqual(before[field], profile[field]),
    );
    if (changed.length === 0) return;
    await tx.creditor.update({ where: { id: creditorId }, data: profile });
    appendAudit(tx, creditorId, { at, actor, action: "creditor.updated", subject: creditorId, data: { changed: changed.join(" ") } }); // prettier-ignore
  });
}
