import type { Language } from "#app/i18n/languages.ts";
import { documentPdf, type PdfBlock, type PdfRow } from "#app/server/platform/pdf/document-pdf.server.ts";

/** A receipt whose words and amounts are already written in the reader's language. */
export type ReceiptInput = {
  readonly language: Language;
  readonly createdAt: Date;
  readonly title: string;
  readonly introduction: string;
  readonly rows: readonly PdfRow[];
  readonly allocation: {
    readonly heading: string;
    readonly columns: readonly [component: string, amount: string];
    readonly rows: readonly (readonly [component: string, amount: string])[];
    readonly total: readonly [label: string, amount: string];
  };
  /** What happens next, a paragraph each. */
  readonly closing: readonly string[];
  readonly creditor: { readonly heading: string; readonly lines: readonly string[] };
  readonly footer: string;
  readonly pageLabel: (page: number, pages: number) => string;
};

/** Proof of one payment: what was paid, where each part of it went, and to whom. */
export function receiptPdf(receipt: ReceiptInput): Promise<Uint8Array> {
  const [component, amount] = receipt.allocation.columns;
  const blocks: PdfBlock[] = [
    { type: "paragraph", text: receipt.introduction },
    { type: "rows", rows: receipt.rows },
    { type: "heading", text: receipt.allocation.heading },
    {
      type: "table",
      columns: [
        { label: component, align: "left" },
        { label: amount, align: "right" },
      ],
      rows: receipt.allocation.rows,
      total: receipt.allocation.total,
    },
    ...receipt.closing.map((text): PdfBlock => ({ type: "paragraph", text })),
    { type: "heading", text: receipt.creditor.heading },
    { type: "lines", lines: receipt.creditor.lines },
  ];
  const { title, language, createdAt, footer, pageLabel } = receipt;
  return documentPdf({ title, language, createdAt, blocks, footer, pageLabel });
}
