import type { Language } from "#app/i18n/languages.ts";
import { documentPdf, type PdfBlock, type PdfRow } from "#app/server/platform/pdf/document-pdf.server.ts";

/** An agreement whose words, days and amounts are already written in the reader's language. */
export type AgreementInput = {
  readonly language: Language;
  readonly createdAt: Date;
  readonly title: string;
  readonly introduction: string;
  /** Who pays, who is paid, since when, about which claims. */
  readonly rows: readonly PdfRow[];
  readonly plan: {
    readonly heading: string;
    readonly columns: readonly [number: string, day: string, amount: string];
    readonly rows: readonly (readonly [number: string, day: string, amount: string])[];
    readonly total: readonly [label: string, day: string, amount: string];
  };
  /** The rules besides the days and the amounts, a paragraph each. */
  readonly rules: readonly { readonly heading: string; readonly texts: readonly string[] }[];
  readonly footer: string;
  readonly pageLabel: (page: number, pages: number) => string;
};

/** What was agreed: by whom, about what, every day and amount, and what happens when it does not go as planned. */
export function arrangementPdf(agreement: AgreementInput): Promise<Uint8Array> {
  const [number, day, amount] = agreement.plan.columns;
  const blocks: PdfBlock[] = [
    { type: "paragraph", text: agreement.introduction },
    { type: "rows", rows: agreement.rows },
    { type: "heading", text: agreement.plan.heading },
    {
      type: "table",
      columns: [
        { label: number, align: "left" },
        { label: day, align: "left" },
        { label: amount, align: "right" },
      ],
      rows: agreement.plan.rows,
      total: agreement.plan.total,
    },
    ...agreement.rules.flatMap(({ heading, texts }): PdfBlock[] => [
      { type: "heading", text: heading },
      ...texts.map((text): PdfBlock => ({ type: "paragraph", text })),
    ]),
  ];
  const { title, language, createdAt, footer, pageLabel } = agreement;
  return documentPdf({ title, language, createdAt, blocks, footer, pageLabel });
}
