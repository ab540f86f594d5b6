import { createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import path from "node:path";
import { type FileImportRefusal, importFile } from "#app/server/imports/import-file.server.ts";
import { type Command, needed, Refused } from "../command.ts";

export const importFileCommand: Command = {
  name: "import",
  usage: "--creditor ID --file F [--dry-run]",
  does: "takes in a creditor's claims: UBL, a zip of UBL, CSV or JSON lines",
  options: { creditor: { type: "string" }, file: { type: "string" }, "dry-run": { type: "boolean" } },
  async run(services, options) {
    const file = needed(options, "file");
    const creditorId = needed(options, "creditor");
    await access(file).catch(() => {
      throw new Refused(`the file ${file} cannot be read`);
    });
    const order = { creditorId, content: createReadStream(file), fileName: path.basename(file), dryRun: options["dry-run"] === true }; // prettier-ignore
    const imported = await importFile(services, { ...order, actor: "operator" });
    if (!imported.ok) throw new Refused(whyNot(imported.error));
    const { status, failure, total, created, unchanged, credited, failed, rows } = imported.value;
    if (status === "failed") return { json: imported.value, lines: [failure ?? "the import failed"], fine: false };
    const faults = rows.flatMap((row) => row.errors.map((error) => `row ${row.row}, line ${error.line ?? "?"}: ${error.field}: ${error.message}`)); // prettier-ignore
    const more = failed > rows.length ? [`and ${failed - rows.length} more rows that failed`] : [];
    const summary = `${total} rows: ${created} created, ${unchanged} unchanged, ${credited} credited, ${failed} failed`;
    return { json: imported.value, lines: [...faults, ...more, summary], fine: failed === 0 || failed < total };
  },
};

function whyNot(refusal: FileImportRefusal): string {
  switch (refusal.kind) {
    case "creditor_not_found":
      return "there is no such creditor";
    case "file_empty":
      return "the file is empty";
    case "file_too_large":
      return `the file is larger than ${refusal.largestBytes} bytes`;
  }
}
