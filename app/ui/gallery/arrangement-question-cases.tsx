import { decideBefore, negotiate, suggestOptions } from "#app/domain/arrangement/negotiate.ts";
import { DEFAULT_POLICY } from "#app/domain/arrangement/policy.ts";
import type { Wish } from "#app/domain/arrangement/wish.ts";
import { day } from "#app/domain/calendar.ts";
import { asCents, ZERO } from "#app/domain/money.ts";
import { chosenDay, dayChoices } from "#app/ui/arrangement/day-choices.ts";
import { ArrangementBudgetPage } from "#app/ui/pages/arrangement-budget-page.tsx";
import { ArrangementCheckPage, type ArrangementCheckPageProps } from "#app/ui/pages/arrangement-check-page.tsx";
import { ArrangementDayPage } from "#app/ui/pages/arrangement-day-page.tsx";
import { ArrangementDepositPage } from "#app/ui/pages/arrangement-deposit-page.tsx";
import { ArrangementOffPage } from "#app/ui/pages/arrangement-off-page.tsx";
import { ArrangementPlanPage } from "#app/ui/pages/arrangement-plan-page.tsx";
import { ArrangementReasonPage } from "#app/ui/pages/arrangement-reason-page.tsx";
import { ArrangementRulesPage } from "#app/ui/pages/arrangement-rules-page.tsx";
import { ArrangementSparePage } from "#app/ui/pages/arrangement-spare-page.tsx";
import { ArrangementUnaffordablePage } from "#app/ui/pages/arrangement-unaffordable-page.tsx";
import { bakery, dentist } from "./claim-samples.ts";
import type { GalleryCase } from "./gallery-case.ts";

const TODAY = day("2026-11-22");
const TOTAL = asCents(162_31n);
const policy = DEFAULT_POLICY;
const answerBefore = decideBefore(policy, TODAY);
const frame = { creditor: bakery, path: "/claim/arrangement/deposit", backHref: "/claim" };
const rules = { policy, total: TOTAL, costs: asCents(40_00n), interestRuns: true, decideBefore: answerBefore };

const wish: Wish = {
  downPayment: ZERO,
  perInstalment: asCents(30_00n),
  frequency: "monthly",
  payDay: 25,
  firstOn: null,
  budgetUsed: false,
  settlement: false,
};

const amounts = { least: asCents(27_06n), rest: TOTAL };
const links = { budgetHref: "/claim/arrangement/budget", cannotHref: "/claim/arrangement/unaffordable" };
const choices = dayChoices(policy, TODAY);

/** Every question on the way to a proposal, with and without something wrong. */
export const ARRANGEMENT_QUESTION_CASES: readonly GalleryCase[] = [
  { name: "arrange-rules", page: <ArrangementRulesPage {...frame} rules={rules} resumeHref={null} /> },
  {
    name: "arrange-rules-strict",
    page: (
      <ArrangementRulesPage
        {...frame}
        creditor={dentist}
        resumeHref="/claim/arrangement/day"
        rules={{
          ...rules,
          total: asCents(1_240_00n),
          policy: {
            ...policy,
            downPaymentPercent: 10,
            interestDuringArrangement: "continue",
            costsDuringArrangement: "waive_on_completion",
            settlementDiscountPercent: 15,
            missedAllowed: 0,
          },
        }}
      />
    ),
  },
  {
    name: "arrange-off",
    page: <ArrangementOffPage {...frame} reason={{ code: "claim_too_small", params: { min: asCents(50_00n) } }} />,
  },
  deposit("arrange-deposit", { choice: "", text: "" }),
  deposit("arrange-deposit-missing", { choice: "", text: "" }, [{ kind: "depositChoiceMissing" }]),
  deposit("arrange-deposit-low", { choice: "yes", text: "5" }, [{ kind: "depositTooLow", minimum: asCents(10_00n) }]),
  spare("arrange-spare", { text: "", budget: "free" }),
  spare("arrange-spare-budget-asked", { text: "", budget: "asked" }),
  spare("arrange-spare-unreadable", { text: "weinig", budget: "used", errors: [{ kind: "spareUnreadable" }] }),
  budget("arrange-budget", {}),
  budget("arrange-budget-room", { values: { wage: "1450", housing: "900" }, room: asCents(60_00n) }),
  budget("arrange-budget-no-room", { values: { wage: "1450", housing: "1500" }, room: asCents(-50_00n) }),
  budget("arrange-budget-unreadable", { values: { wage: "veel" }, unreadable: ["wage"] }),
  {
    name: "arrange-unaffordable",
    page: <ArrangementUnaffordablePage {...frame} text="" errors={[]} />,
  },
  {
    name: "arrange-day",
    page: (
      <ArrangementDayPage
        {...frame}
        question={{ number: 3, count: 5 }}
        choices={choices}
        answers={chosenDay({ frequency: "monthly", payDay: 25 }, choices)}
        errors={[]}
      />
    ),
  },
  {
    name: "arrange-day-other",
    page: (
      <ArrangementDayPage
        {...frame}
        question={{ number: 3, count: 5 }}
        choices={choices}
        answers={{ choice: "other", other: "31" }}
        errors={[{ kind: "otherDayNotOffered" }]}
      />
    ),
  },
  plan("arrange-plan", asCents(30_00n)),
  plan("arrange-plan-person", asCents(15_00n)),
  {
    name: "arrange-reason",
    page: (
      <ArrangementReasonPage
        {...frame}
        question={{ number: 5, count: 5 }}
        answers={{ code: "less_income", text: "" }}
        errors={[]}
      />
    ),
  },
  check("arrange-check-accepted", wish),
  check("arrange-check-deposit", { ...wish, downPayment: asCents(40_00n) }, { method: "sepa_dd" }),
  check("arrange-check-person", { ...wish, perInstalment: asCents(15_00n) }, { changed: true }),
  check("arrange-check-counter", { ...wish, perInstalment: asCents(10_00n) }),
  check("arrange-check-nothing", { ...wish, perInstalment: ZERO }, { plansToChoose: false }),
];

function deposit(
  name: string,
  answers: { choice: string; text: string },
  errors: Parameters<typeof ArrangementDepositPage>[0]["errors"] = [],
): GalleryCase {
  const limits = { minimum: asCents(10_00n), maximum: asCents(162_30n), asked: ZERO };
  const question = { number: 1, count: 5 };
  return { name, page: <ArrangementDepositPage {...frame} {...{ question, answers, errors }} {...limits} /> };
}

function spare(
  name: string,
  props: Pick<Parameters<typeof ArrangementSparePage>[0], "text" | "budget"> &
    Partial<Parameters<typeof ArrangementSparePage>[0]>,
): GalleryCase {
  const question = { number: 2, count: 5 };
  return {
    name,
    page: <ArrangementSparePage {...frame} {...amounts} {...links} question={question} errors={[]} {...props} />,
  };
}

function budget(name: string, props: Partial<Parameters<typeof ArrangementBudgetPage>[0]>): GalleryCase {
  const empty = { values: {}, unreadable: [], room: null, amount: "", errors: [] };
  return { name, page: <ArrangementBudgetPage {...frame} {...empty} {...props} /> };
}

function plan(name: string, perMonth: typeof TOTAL): GalleryCase {
  const { downPayment, frequency, payDay, firstOn, budgetUsed } = wish;
  const asked = { policy, total: TOTAL, perMonth, downPayment, frequency, payDay, firstOn, budgetUsed, today: TODAY };
  return {
    name,
    page: (
      <ArrangementPlanPage
        {...frame}
        {...{ perMonth, total: TOTAL, today: TODAY, decideBefore: answerBefore }}
        question={{ number: 4, count: 5 }}
        options={suggestOptions(asked)}
        answers={{ choice: "", own: "" }}
        errors={[]}
        cannotHref={links.cannotHref}
      />
    ),
  };
}

function check(name: string, asked: Wish, props: Partial<ArrangementCheckPageProps> = {}): GalleryCase {
  const answer = negotiate({ policy, total: TOTAL, wish: asked, today: TODAY });
  return {
    name,
    page: (
      <ArrangementCheckPage
        {...frame}
        {...{ answer, policy, wish: asked, today: TODAY, decideBefore: answerBefore }}
        sent={{ arrangementId: "arr_1", shown: "162.31" }}
        waivedCosts={ZERO}
        reason={{ code: "less_income", text: "" }}
        method="ideal_link"
        plansToChoose
        changed={false}
        {...props}
      />
    ),
  };
}
