import { fork } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { createCreditor } from "#app/server/creditors/create-creditor.server.ts";
import { createTestDatabase } from "../support/database.ts";
import { createTestServices } from "../support/services.ts";

/** `BENCH_IMPORT_CLAIMS=10000,50000` for other tables than the three. */
const SIZES = (process.env["BENCH_IMPORT_CLAIMS"] ?? "10000,50000,100000").split(",").map(Number);

/** What a claim is made of, in the order in which one refers to the other. */
const TABLES = ["debtor", "claim", "invoice", "ledger_entry", "ledger_posting", "event", "import_row"];

type Run = {
  readonly id: string;
  readonly created: number;
  readonly unchanged: number;
  readonly seconds: number;
  /** Memory of the process, at most until the first row and at most in all, in MB. */
  readonly before: number;
  readonly most: number;
  /** What is left of the heap after a collection, in MB. */
  readonly heapBefore: number;
  readonly heapAfter: number;
};

/**
 * Prints how fast tables of claims come in, beside `COPY` of the very rows that they made into the same tables, and how
 * much memory that takes: as much for many claims as for few.
 */
export async function imports(): Promise<void> {
  for (const claims of SIZES) await importOf(claims);
}

async function importOf(claims: number): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "voldaan-bench-"));
  // The database server writes here, perhaps as another user.
  await chmod(folder, 0o777);
  const services = await createTestServices();
  const copy = await createTestDatabase();
  try {
    const creditor = await createCreditor(services, { name: "Bakkerij Jansen", iban: "NL91ABNA0417164300", canDeductVat: true, actor: "operator" }); // prettier-ignore
    if (!creditor.ok) throw new Error(creditor.error.kind);
    const { id: creditorId } = creditor.value;
    const file = path.join(folder, "claims.csv");
    await pipeline(Readable.from(table(claims)), createWriteStream(file));

    const environment = { DATABASE_URL: services.databaseUrl, DATA_DIR: folder, LOG_LEVEL: "silent" };
    const first = await run(environment, [creditorId, file]);
    const copied = await copyRows({ from: services.databaseUrl, to: copy.url, folder, importId: first.id, claims });
    const again = await run(environment, [creditorId, file]);

    const memory = ({ before, most, heapBefore, heapAfter }: Run) =>
      `memory at most ${most.toFixed(0)} MB, ${before.toFixed(0)} of it before the first row; heap ${heapBefore.toFixed(0)} MB before, ${heapAfter.toFixed(0)} after`;
    console.log(`\nImports (a table of ${claims} claims, each with a debtor and an invoice; one process)`);
    console.log(`  import        ${(first.created / first.seconds).toFixed(0)} claims/s, ${memory(first)}`); // prettier-ignore
    console.log(`  COPY          ${(claims / copied).toFixed(0)} claims/s into the same tables, rules and indexes`);
    console.log(`  ratio         ${(copied / first.seconds).toFixed(3)}`);
    console.log(`  same again    ${(again.unchanged / again.seconds).toFixed(0)} claims/s, ${again.created} created, ${memory(again)}`); // prettier-ignore
  } finally {
    await services.close();
    await copy.drop();
    await rm(folder, { recursive: true, force: true });
  }
}

function* table(claims: number): Generator<string> {
  yield "kenmerk;klantnummer;naam;e-mail;straat;huisnummer;postcode;plaats;factuurnummer;factuurdatum;vervaldatum;bedrag\r\n";
  for (let number = 1; number <= claims; number += 1) {
    yield `B-${number};K-${number};J. de Vries;j${number}@example.nl;Dorpsstraat;${number};1234AB;Ons Dorp;F-${number};30-04-2026;30-05-2026;1.${100 + (number % 900)},00\r\n`;
  }
}

async function run(environment: Readonly<Record<string, string>>, args: readonly string[]): Promise<Run> {
  const file = fileURLToPath(new URL("./import-run.ts", import.meta.url));
  const child = fork(file, [...args], {
    execArgv: ["--import", "tsx", "--expose-gc"],
    env: { ...process.env, ...environment },
  });
  const said = once(child, "message") as Promise<[Run]>;
  const ended = once(child, "exit").then(([code]: unknown[]) => {
    throw new Error(`the import ended with ${String(code)}`);
  });
  // It ends after it has said how it went, too.
  ended.catch(() => undefined);
  const [answer] = await Promise.race([said, ended]);
  return answer;
}

/** Seconds that the database takes for the rows alone, with all their constraints, triggers and indexes. */
async function copyRows({ from, to, folder, importId, claims }: { from: string; to: string; folder: string; importId: string; claims: number }): Promise<number> {
  const [source, target] = [new pg.Client(from), new pg.Client(to)];
  await Promise.all([source.connect(), target.connect()]);
  const fileOf = (name: string) => path.join(folder, `${name}.copy`);
  try {
    for (const name of ["creditor", "import", ...TABLES]) await source.query(`copy ${name} to '${fileOf(name)}'`);
    for (const name of ["creditor", "import"]) await target.query(`copy ${name} from '${fileOf(name)}'`);
    const started = performance.now();
    await target.query("begin");
    for (const name of TABLES) await target.query(`copy ${name} from '${fileOf(name)}'`);
    await target.query("commit");
    const seconds = (performance.now() - started) / 1_000;
    const { rows } = await target.query<{ count: string }>("select count(*) from import_row where import_id = $1", [importId]);
    if (Number(rows[0]?.count) !== claims) throw new Error("not every row was copied");
    return seconds;
  } finally {
    await Promise.all([source.end(), target.end()]);
  }
} // prettier-ignore
