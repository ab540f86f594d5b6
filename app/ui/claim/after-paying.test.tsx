import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { asCents } from "#app/domain/money.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { notYetDue, partlyPaid, settled } from "#app/ui/gallery/claim-samples.ts";
import { ALL_PAID, base, running, THREE_PAID } from "#app/ui/gallery/plan-samples.ts";
import { TranslationProvider } from "#app/ui/translation.tsx";
import { AfterPaying, type AfterPayingProps } from "./after-paying.tsx";

/** As it is read: no marks, and no space that does not break. */
function said({ claims, arrangement = null, others = [] }: Partial<AfterPayingProps>): string {
  const html = renderToStaticMarkup(
    <TranslationProvider value={translatorFor("nl")}>
      <AfterPaying claims={claims ?? []} arrangement={arrangement} creditor="Bakkerij Jansen" others={others} />
    </TranslationProvider>,
  );
  return html.replace(/<[^>]*>/g, "").replace(/[\s\u00a0]+/g, " ");
}

test("all paid: nothing more to do, whatever was arranged", () => {
  expect(said({ claims: [settled] })).toBe("Alles is betaald. U hoeft niets meer te doen.");
  expect(said({ claims: [settled], arrangement: running("2026-11-20", { paid: ALL_PAID }) })).toMatch(/^Alles is betaald/); // prettier-ignore
});

test("this claim paid, others not: they are named with a link to each, and nothing says that all is paid", () => {
  const others = [notYetDue, { ...partlyPaid, status: "disputed" as const }];
  const text = said({ claims: [settled], others });
  expect(text).toMatch(/^Dit is nu helemaal betaald\. Bij Bakkerij Jansen staat nog wel open:/);
  for (const { description } of others) expect(text).toContain(description);
  expect(text).toContain(", € 86,40");
  expect(text).not.toContain("Alles is betaald");
});

test("one claim of a plan paid: the next instalment, which goes to the others", () => {
  const arrangement = running("2026-11-01", { paid: THREE_PAID });
  const inPlan = { ...partlyPaid, id: arrangement.claimIds[0] ?? "", status: "arranged" as const };
  expect(said({ claims: [settled], arrangement, others: [inPlan] })).toMatch(
    /^U betaalt in delen\. Uw volgende termijn/,
  );
  expect(said({ claims: [settled], arrangement, others: [notYetDue] })).toMatch(/^Dit is nu helemaal betaald\./);
});

test("a part paid: what is still open, and by when", () => {
  expect(said({ claims: [notYetDue] })).toBe(
    "Er staat nog € 86,40 open. Dat kunt u betalen tot en met donderdag 10 december 2026.",
  );
  expect(said({ claims: [partlyPaid] })).toMatch(/^Er staat nog € \d+,\d\d open\. De dag om te betalen was zaterdag 30 mei 2026\./); // prettier-ignore
});

test("the first day of several claims counts, and what is paid or rests is not asked", () => {
  const together = said({ claims: [notYetDue, partlyPaid, settled] });
  expect(together).toContain("zaterdag 30 mei 2026");
  expect(said({ claims: [notYetDue, { ...partlyPaid, status: "disputed" }] })).toContain("€ 86,40 open");
  for (const status of ["disputed", "paused", "closed"] as const) {
    expect(said({ claims: [{ ...partlyPaid, status }] })).toMatch(/^Er staat nog iets open\. Dat hoeft u nu niet te betalen\./); // prettier-ignore
  }
});

test("too much paid, or paid after the claim was closed: it is the debtor's, and nothing is said to be open", () => {
  const credit = asCents(25_00n);
  const overpaid = { ...settled, statement: { ...settled.statement, credit } };
  expect(said({ claims: [overpaid] })).toMatch(/^U heeft € 25,00 te veel betaald\. Dat geld is van u\./);
  const closed = { ...partlyPaid, status: "closed" as const, statement: { ...partlyPaid.statement, credit } };
  const text = said({ claims: [closed], others: [notYetDue] });
  expect(text).toMatch(/^Na het sluiten kwam er nog € 25,00 van u binnen\./);
  expect(text).not.toMatch(/open|betaald\./);
});

test("an instalment paid: the next one and its day", () => {
  const claims = [{ ...partlyPaid, status: "arranged" as const }];
  expect(said({ claims, arrangement: running("2026-11-01", { paid: THREE_PAID }) })).toBe(
    "U betaalt in delen. Uw volgende termijn is € 27,05, uiterlijk dinsdag 1 december 2026.",
  );
  expect(said({ claims: [partlyPaid], arrangement: { ...base, status: "broken" } })).toMatch(/^Er staat nog/);
});
