import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openFileConverter } from "./file-converter.server.ts";

const folder = mkdtempSync(join(tmpdir(), "converter-"));
const bytes = new TextEncoder().encode("bestand");

afterAll(() => rmSync(folder, { recursive: true }));

/** A converter that runs this instead of the program, and what it told the operator. */
function converterThat(source: string, deadlineMs = 20_000) {
  const file = join(folder, `${source.length}.mjs`);
  writeFileSync(file, source);
  const told: unknown[] = [];
  const log = { warn: (facts: object) => void told.push(facts) };
  const converter = openFileConverter(
    { file, execArgv: [] },
    { log, deadlines: { image: deadlineMs, logo: deadlineMs, pdf: deadlineMs } },
  );
  return { converter, told };
}

test("a process that takes too long is ended, and its file refused", async () => {
  const { converter, told } = converterThat("setInterval(() => {}, 1_000);", 50);
  expect(await converter.convert({ kind: "image", bytes })).toEqual({ ok: false, error: { kind: "broken_image" } });
  expect(told).toEqual([{ kind: "image", size: 7, ended: "SIGKILL" }]);
});

test("a process that falls over takes only its file along", async () => {
  const { converter, told } = converterThat("process.exit(3);");
  const both = await Promise.all([
    converter.convert({ kind: "pdf", bytes }),
    converter.convert({ kind: "pdf", bytes }),
  ]);
  expect(both).toEqual([
    { ok: false, error: { kind: "broken_pdf" } },
    { ok: false, error: { kind: "broken_pdf" } },
  ]);
  expect(told).toHaveLength(2);
});

test("it gets the bytes and no settings, and its answer comes back whole", async () => {
  process.env["SECRET_OF_THE_TEST"] = "geheim";
  const { converter } = converterThat(
    `process.once("message", ({ bytes }) => process.send({ ok: true, value: { kind: "pdf", pages: [bytes, new TextEncoder().encode(Object.keys(process.env).filter((name) => name !== "PATH" && !name.startsWith("NODE_")).join())] } }));`,
  );
  const answer = await converter.convert({ kind: "pdf", bytes });
  delete process.env["SECRET_OF_THE_TEST"];
  expect(answer).toEqual({ ok: true, value: { kind: "pdf", pages: [bytes, new Uint8Array()] } });
});

test("when thirty wait the next one is told to come back", async () => {
  const { converter } = converterThat(`process.once("message", () => process.exit(0)); // stil`);
  const asked = Array.from({ length: 31 }, () => converter.convert({ kind: "image", bytes }));
  expect(await asked[30]).toEqual({ ok: false, error: { kind: "busy" } });
});
