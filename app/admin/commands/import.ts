import { readFile } from "node:fs/promises";
import path from "node:path";
import { importFile } from "#app/server/imports/import-file.server.ts";
import { type Command, needed, Refused } from "../command.ts";

export const importFileCommand: Command = {
  name: "import",
  usage: "--creditor ID --file F [--dry-run]",
  does: "takes in a creditor's UBL invoice or credit note",
  options: { creditor: { type: "string" }, file: { type: "string" }, "dry-run": { type: "boolean" } },
  async run(services, options) {
    const file = needed(options, "file");
    const creditorId = needed(options, "creditor");
    const bytes = await readFile(file).catch(() => {
      throw new Refused(`the file ${file} cannot be read`);
    });
    const dryRun = options["dry-run"] === true;
    const imported = await importFile(services, { creditorId, bytes, fileName: path.basename(file), dryRun, actor: "operator" }); // prettier-ignore
    if (!imported.ok) throw new Refused(imported.error.kind === "creditor_not_found" ? "there is no such creditor" : "the file is too large"); // prettier-ignore
    const { total, created, unchanged, failed, rows } = imported.value;
    const faults = rows.flatMap((row) => row.errors.map((error) => `row ${row.row}, line ${error.line ?? "?"}: ${error.field}: ${error.message}`)); // prettier-ignore
    const summary = `${total} rows: ${created} created, ${unchanged} unchanged, ${failed} failed`;
    return { json: imported.value, lines: [...faults, summary], fine: failed === 0 || failed < total };
  },
};
