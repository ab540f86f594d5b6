import type { HelperRights } from "#app/domain/access.ts";
import { MOST_HELPER_DAYS } from "./grant-helper.server.ts";

type Answers = { readonly name: string; readonly rights: string; readonly days: string };

type Fault = "nameMissing" | "rightsMissing" | "daysWrong";

export type ReadHelperForm = { readonly answers: Answers } & (
  | {
      readonly ok: true;
      readonly value: { readonly name: string; readonly rights: HelperRights; readonly days: number };
    }
  | { readonly ok: false; readonly errors: readonly Fault[] }
);

const LONGEST_NAME = 80;

/** What was filled in, as it is shown again, and what it says or what is wrong with it. */
export function readHelperForm(given: Answers): ReadHelperForm {
  const answers = {
    name: given.name.trim().slice(0, LONGEST_NAME),
    rights: given.rights,
    days: given.days.slice(0, 10),
  };
  const { name } = answers;
  const rights = (["look", "propose"] as const).find((right) => right === given.rights);
  const days = /^\s*\d{1,3}\s*$/.test(given.days) ? Number(given.days) : 0;
  const isPossible = days >= 1 && days <= MOST_HELPER_DAYS;
  if (name !== "" && rights !== undefined && isPossible) return { ok: true, answers, value: { name, rights, days } };
  const errors: Fault[] = [];
  if (name === "") errors.push("nameMissing");
  if (rights === undefined) errors.push("rightsMissing");
  if (!isPossible) errors.push("daysWrong");
  return { ok: false, answers, errors };
}
