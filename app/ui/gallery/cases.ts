import { ARRANGEMENT_QUESTION_CASES } from "./arrangement-question-cases.tsx";
import { CLAIM_CASES } from "./claim-cases.tsx";
import { COMPONENTS_CASE } from "./components-case.tsx";
import { DISPUTE_CASES } from "./dispute-cases.tsx";
import { EVIDENCE_CASES } from "./evidence-cases.tsx";
import type { GalleryCase } from "./gallery-case.ts";
import { HELP_CASES } from "./help-cases.tsx";
import { INBOX_CASES } from "./inbox-cases.tsx";
import { INBOX_DISPUTE_CASES } from "./inbox-dispute-cases.tsx";
import { INBOX_QUESTION_CASES } from "./inbox-question-cases.tsx";
import { INBOX_NEW_CLAIM_CASES } from "./inbox-new-claim-cases.tsx";
import { INBOX_CLAIM_CASES } from "./inbox-claim-cases.tsx";
import { OWN_CASES } from "./own-cases.tsx";
import { PLAN_CASES } from "./plan-cases.tsx";
import { PUBLIC_CASES } from "./public-cases.tsx";
import { SETTINGS_CASES } from "./settings-cases.tsx";
import { SETTINGS_WEBHOOK_CASES } from "./settings-webhook-cases.tsx";

/** Every component, and every page in every state. */
export const CASES: readonly GalleryCase[] = [
  COMPONENTS_CASE,
  ...PUBLIC_CASES,
  ...CLAIM_CASES,
  ...PLAN_CASES,
  ...ARRANGEMENT_QUESTION_CASES,
  ...DISPUTE_CASES,
  ...EVIDENCE_CASES,
  ...HELP_CASES,
  ...OWN_CASES,
  ...INBOX_CASES,
  ...INBOX_DISPUTE_CASES,
  ...INBOX_QUESTION_CASES,
  ...INBOX_CLAIM_CASES,
  ...INBOX_NEW_CLAIM_CASES,
  ...SETTINGS_CASES,
  ...SETTINGS_WEBHOOK_CASES,
];
