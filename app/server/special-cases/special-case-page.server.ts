import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { LocalDate } from "#app/domain/calendar.ts";
import {
  type CounsellorKind,
  pauseReasonOf,
  SPECIAL_QUESTIONS,
  type SpecialAnswers,
  type SpecialCaseAbout,
} from "#app/domain/special-case.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { pagePath, pageVoice } from "#app/server/access/page-language.server.ts";
import { creditorView, requireDebtorClaims } from "#app/server/claims/debtor-page.server.ts";
import { writtenDay } from "#app/server/platform/clock/written-day.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { requireAllowed } from "#app/server/platform/rate-limit/require-allowed.server.ts";
import { NO_SPECIAL_ANSWERS, readSpecialForm, specialAnswersOf } from "./read-special-form.server.ts";
import { reportSpecialCase } from "./report-special-case.server.ts";

const REPORTS = { name: "special-case", points: 10, seconds: 3_600 };

/** The form, or after it was sent that it was. */
export async function showSpecialCase({ request, context }: LoaderFunctionArgs, about: SpecialCaseAbout) {
  const loaded = await requireDebtorClaims(context);
  const asked = new URL(request.url).searchParams.has("sent");
  return {
    language: pageVoice(context, loaded.language),
    title: `specialCase.${about}.title` as const,
    path: pagePath(request),
    creditor: creditorView(loaded),
    about,
    messageId: newId("msg", context.app.clock.now()),
    answers: NO_SPECIAL_ANSWERS,
    sent: asked && loaded.claims.some(({ pause }) => pause !== null),
  };
}

export async function sendSpecialCase({ request, context }: ActionFunctionArgs, about: SpecialCaseAbout) {
  const { app } = context;
  const loaded = await requireDebtorClaims(context);
  const form = await readForm(request);
  const answers = specialAnswersOf(form, about);
  const messageId = form.get("messageId") ?? "";
  const read = readSpecialForm(answers, { about, today: app.clock.today() });
  if (!read.ok) return data({ answers, messageId, errors: read.error }, { status: 422 });
  requireAllowed(await app.limiter.count(REPORTS, loaded.session.debtorId));
  const { id: sessionId, creditorId, debtorId, claimId } = loaded.session;
  const reported = await reportSpecialCase(app, {
    debtor: { creditorId, debtorId, sessionId },
    claimId,
    messageId,
    about,
    reason: pauseReasonOf(about, read.value.kind),
    ...letterOf({ about, answers, ...read.value }),
  });
  if (!reported.ok) throw new Response(null, { status: 400 });
  const url = new URL(request.url);
  return redirect(`${url.pathname}?sent=1`, 303);
}

type Told = {
  readonly about: SpecialCaseAbout;
  readonly answers: SpecialAnswers;
  readonly kind: CounsellorKind;
  readonly day: LocalDate | null;
};

/** What was filled in, as a letter in Dutch: who reads it works for the creditor. */
function letterOf({ about, answers, kind, day }: Told): { subject: string; body: string } {
  const { t, language } = translatorFor("nl");
  const lines = SPECIAL_QUESTIONS[about].flatMap((field) => {
    if (answers[field] === "") return [];
    const label = t(`specialCase.field.${field}`);
    if (field === "kind") return [`${label} ${t(`specialCase.counsellor.kind.${kind}`)}`];
    if (field === "day") return day === null ? [] : [`${label} ${writtenDay(day, language)}`];
    return [`${label}: ${answers[field]}`];
  });
  return {
    subject: t(`specialCase.${about}.title`),
    body: [t("specialCase.messageFrom"), lines.join("\n")].join("\n\n"),
  };
}
