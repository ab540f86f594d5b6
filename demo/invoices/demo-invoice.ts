import { addDays, parts, type LocalDate } from "#app/domain/calendar.ts";
import { divideHalfUp, parseDecimal, plus, sum, type Cents } from "#app/domain/money.ts";
import { DEMO_CASES, type DemoCase, type DemoLine } from "./demo-cases.ts";
import { writeMonth } from "./write-dutch.ts";

export type DemoInvoice = Omit<DemoCase, "lines"> & {
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly lines: readonly (DemoLine & { readonly net: Cents })[];
  readonly vat: readonly { readonly percent: DemoLine["vatPercent"]; readonly base: Cents; readonly amount: Cents }[];
  readonly net: Cents;
  readonly vatTotal: Cents;
  readonly total: Cents;
  readonly creditedInvoice: DemoInvoice | null;
};

/**
 * A case with its dates counted back from `today` and its amounts worked out as EN 16931 asks: each line rounded half up,
 * VAT once per rate over the sum of that rate's lines, the total as the sum of both.
 */
export function makeDemoInvoice(demoCase: DemoCase, today: LocalDate): DemoInvoice {
  const issuedOn = addDays(today, -demoCase.issuedDaysAgo);
  const credited = DEMO_CASES.find((other) => other.serial === demoCase.credits);
  const inMonth = (text: string) => text.replaceAll("{month}", writeMonth(issuedOn));
  const lines = demoCase.lines.map((line) => ({ ...line, name: inMonth(line.name), net: netOf(line) }));
  const percents = [...new Set(lines.map((line) => line.vatPercent))].sort((left, right) => left - right);
  const vat = percents.map((percent) => {
    const base = sum(lines.filter((line) => line.vatPercent === percent).map((line) => line.net));
    return { percent, base, amount: divideHalfUp(base * BigInt(percent), 100n) };
  });
  const net = sum(lines.map((line) => line.net));
  const vatTotal = sum(vat.map((part) => part.amount));
  return {
    ...demoCase,
    number: `${demoCase.creditor.initials}${parts(issuedOn)[0]}-${demoCase.serial}`,
    issuedOn,
    dueOn: addDays(issuedOn, demoCase.termDays),
    note: inMonth(demoCase.note),
    lines,
    vat,
    net,
    vatTotal,
    total: plus(net, vatTotal),
    creditedInvoice: credited ? makeDemoInvoice(credited, today) : null,
  };
}

function netOf(line: DemoLine): Cents {
  return divideHalfUp(cents(line.quantity) * cents(line.price), 100n);
}

function cents(decimal: string): Cents {
  const parsed = parseDecimal(decimal);
  if (!parsed.ok) throw new RangeError(`not a decimal: ${decimal}`);
  return parsed.value;
}
