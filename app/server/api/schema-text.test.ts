import { expect, test } from "vitest";
import { fieldsOf, type JsonSchema, typeText } from "./schema-text.server.ts";

const inWords = (schema: JsonSchema) => typeText(schema).map(({ text }) => text).join(""); // prettier-ignore

test.each<[JsonSchema, string]>([
  [{ type: "string", maxLength: 64 }, "text, at most 64 characters"],
  [{ type: "string", format: "date" }, "day"],
  [{ type: ["string", "null"], format: "date-time" }, "time or null"],
  [{ type: "integer", minimum: 1, maximum: 200 }, "whole number, 1 to 200"],
  [{ type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER }, "whole number, at least 0"],
  [{ type: "boolean" }, "true or false"],
  [{ type: "string", enum: ["open", "paused"] }, '"open" or "paused"'],
  [{ type: "array", items: { $ref: "#/components/schemas/Invoice" } }, "list of Invoice"],
  [{ type: "object", additionalProperties: { type: "string" } }, "object of text"],
  [{ anyOf: [{ $ref: "#/components/schemas/Claim" }, { type: "null" }] }, "Claim or null"],
  [{ oneOf: [{ type: "object" }, { type: "object" }] }, "object"],
])("%j is read as %s", (schema, words) => {
  expect(inWords(schema)).toBe(words);
});

test("a named schema is led to, and an unnamed one is opened", () => {
  const schema: JsonSchema = {
    type: "object",
    required: ["debtor", "schedule"],
    properties: {
      debtor: { $ref: "#/components/schemas/Debtor" },
      schedule: { type: "array", items: { type: "object", required: ["dueOn"], properties: { dueOn: { type: "string", format: "date", description: "The day." } } } }, // prettier-ignore
      dryRun: { type: "boolean", default: false },
    },
  };
  expect(fieldsOf(schema)).toEqual([
    { name: "debtor", required: true, type: [{ text: "Debtor", schema: "Debtor" }], description: "" },
    { name: "schedule", required: true, type: [{ text: "list of objects" }], description: "" },
    { name: "schedule[].dueOn", required: true, type: [{ text: "day" }], description: "The day." },
    { name: "dryRun", required: false, type: [{ text: "true or false" }], description: "Without it: `false`." },
  ]);
});

test("what comes in several forms is required where every form has it", () => {
  const form = (type: string, more: Record<string, JsonSchema> = {}): JsonSchema => ({
    type: "object",
    required: ["type", ...Object.keys(more)],
    properties: { type: { type: "string", enum: [type] }, ...more },
  });
  expect(fieldsOf({ oneOf: [form("none"), form("fixed", { amount: { type: "string" } })] })).toEqual([
    {
      name: "type",
      required: true,
      type: [{ text: '"none"' }, { text: " or " }, { text: '"fixed"' }],
      description: "",
    },
    { name: "amount", required: false, type: [{ text: "text" }], description: "" },
  ]);
});
