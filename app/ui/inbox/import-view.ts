import { findingText } from "./finding-text.ts";
import type { Translator } from "#app/i18n/translator.ts";

export type ImportFindingView = {
  readonly line: number | null;
  readonly field: string;
  readonly code: string;
  readonly message: string;
};

export type ImportRowView = {
  readonly row: number;
  readonly line: number | null;
  readonly source: string | null;
  readonly reference: string | null;
  readonly result: "created" | "unchanged" | "credited" | "failed";
  readonly claim: string | null;
  readonly errors: readonly ImportFindingView[];
  readonly warnings: readonly ImportFindingView[];
};

export type ImportSummaryView = {
  readonly id: string;
  readonly fileName: string;
  readonly status: "queued" | "running" | "done" | "failed";
  readonly dryRun: boolean;
  readonly total: number;
  readonly processed: number;
  readonly created: number;
  readonly unchanged: number;
  readonly credited: number;
  readonly failed: number;
  readonly failureCode: string | null;
  readonly failure: string | null;
  readonly createdAt: string;
};

/** Why a debtor of an import gets no mail with a link. */
export const UNMAILED = ["mailedBefore", "withoutAddress", "addressStopped", "atRest", "disputed", "over"] as const;

export type ImportDebtorsView = Readonly<Record<"toMail" | (typeof UNMAILED)[number], number>>;

export type ImportLinksView = {
  /** Null once it was asked to mail them. */
  readonly debtors: ImportDebtorsView | null;
  readonly asked: boolean;
  readonly done: boolean;
  readonly mailed: number;
  readonly notMailed: number;
};

export type InboxImportView = {
  readonly details: ImportSummaryView & { readonly rows: readonly ImportRowView[] };
  readonly warned: { readonly rows: readonly ImportRowView[]; readonly more: boolean };
  readonly takenInBy: string | null;
  readonly links: ImportLinksView | null;
};

export type ImportState = "tried" | "done" | "busy" | "failed";

export function importState({ status, dryRun }: Pick<ImportSummaryView, "status" | "dryRun">): ImportState {
  if (status === "failed") return "failed";
  if (status !== "done") return "busy";
  return dryRun ? "tried" : "done";
}

const TITLES = {
  tried: "inboxImport.tryTitle",
  done: "inboxImport.runTitle",
  busy: "inboxImport.busyTitle",
  failed: "inboxImport.failedTitle",
} as const;

export const importTitle = (shown: Parameters<typeof importState>[0]) => TITLES[importState(shown)];

/** Where in the file a row stands, and what it is called there. */
export function rowText({ row, line, source, reference }: ImportRowView, { t }: Pick<Translator, "t">): string {
  const place = line !== null && source === null ? t("inboxImport.row", { line }) : t("inboxImport.rowNumber", { row });
  const name = reference ?? source;
  return name === null ? place : t("inboxImport.place", { row: place, reference: name });
}

export function importFindingText(finding: ImportFindingView, translator: Translator): string {
  const text = findingText(finding, translator);
  return finding.field === "" ? text : translator.t("inboxImport.finding", { field: finding.field, text });
}
