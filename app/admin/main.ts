import { parseArgs } from "node:util";
import { WORKER_WAITS_MS } from "#app/server/payments/payment-providers.server.ts";
import { openServices } from "#app/server/open-services.server.ts";
import { readConfig } from "#app/server/platform/config/config.server.ts";
import { Refused, WrongUse, type Command } from "./command.ts";
import { apiKeyCreate } from "./commands/api-key-create.ts";
import { apiKeyList } from "./commands/api-key-list.ts";
import { apiKeyRevoke } from "./commands/api-key-revoke.ts";
import { auditVerify } from "./commands/audit-verify.ts";
import { creditorCreate } from "./commands/creditor-create.ts";
import { creditorUpdate } from "./commands/creditor-update.ts";
import { importFileCommand } from "./commands/import.ts";
import { keysRotate } from "./commands/keys-rotate.ts";
import { ledgerVerify } from "./commands/ledger-verify.ts";
import { linkCreate } from "./commands/link-create.ts";
import { linksExport } from "./commands/links-export.ts";
import { migrate } from "./commands/migrate.ts";
import { userCreate } from "./commands/user-create.ts";

const COMMANDS: readonly Command[] = [migrate, creditorCreate, creditorUpdate, apiKeyCreate, apiKeyList, apiKeyRevoke, userCreate, linkCreate, linksExport, importFileCommand, ledgerVerify, auditVerify, keysRotate]; // prettier-ignore

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) return fail(2, "a command is missing; --help lists them");
  if (name === "--help" || name === "help") {
    process.stdout.write(help());
    return 0;
  }
  const command = COMMANDS.find((known) => known.name === name);
  if (!command) return fail(2, `there is no command ${name}; --help lists them`);
  if (rest.includes("--help")) {
    process.stdout.write(`${command.name} ${command.usage}\n  ${command.does}\n`);
    return 0;
  }
  try {
    return await perform(command, rest);
  } catch (error) {
    if (error instanceof WrongUse) return fail(2, `${command.name}: ${error.message}`);
    if (error instanceof Refused) return fail(1, `${command.name}: ${error.message}`);
    throw error;
  }
}

async function perform(command: Command, args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(command, args);
  const config = readConfig({ LOG_LEVEL: "silent", ...process.env }, process.cwd());
  if (!config.ok) throw new Refused(config.error.map((fault) => `${fault.name} ${fault.rule}`).join("; "));
  const opened = await openServices(config.value, {
    process: "admin",
    poolSize: 4,
    providerDeadlineMs: WORKER_WAITS_MS,
  });
  if (!opened.ok) throw new Refused(opened.error.map((fault) => `${fault.name} ${fault.rule}`).join("; "));
  try {
    const answer = await command.run(opened.value.services, values, positionals);
    process.stdout.write(values["json"] === true ? `${JSON.stringify(answer.json)}\n` : answer.lines.map((line) => `${line}\n`).join("")); // prettier-ignore
    return answer.fine === false ? 1 : 0;
  } finally {
    await opened.value.close();
  }
}

function parse(command: Command, args: readonly string[]) {
  const names = command.positionals ?? [];
  try {
    const options = { ...command.options, json: { type: "boolean" as const } };
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    if (parsed.positionals.length === names.length) return parsed;
  } catch (error) {
    throw new WrongUse(String((error as Error).message).split(". ")[0] ?? "unreadable options");
  }
  throw new WrongUse(names.length === 0 ? "takes no further words" : `needs ${names.join(" ")}`);
}

function help(): string {
  const width = Math.max(...COMMANDS.map((command) => command.name.length)) + 2;
  const lines = COMMANDS.map((command) => `  ${command.name.padEnd(width)}${command.does}\n  ${" ".repeat(width)}${command.usage}\n`); // prettier-ignore
  return `Voldaan, commands for operators. Each takes --json: one JSON value on stdout and nothing else.\n\n${lines.join("")}`;
}

function fail(code: number, message: string): number {
  process.stderr.write(`${message.replaceAll("\n", " ")}\n`);
  return code;
}
