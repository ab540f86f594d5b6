import type { z } from "zod";
import { asCents, LARGEST_AMOUNT } from "#app/domain/money.ts";
import { allowedAmount, type FieldError, pathText } from "./field-error.server.ts";

type Issue = z.core.$ZodIssue;

/** What a schema found, for the developer who sent it: each field with a stable code and the rule it breaks. */
export function schemaErrors(error: z.ZodError): FieldError[] {
  return error.issues.flatMap(fieldErrors);
}

function fieldErrors(issue: Issue): FieldError[] {
  const path = pathText(issue.path);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const message = `is no field of ${path === "" ? "this request" : `\`${path}\``}`;
      return { path: pathText([...issue.path, key]), code: "unknown_field", message };
    });
  }
  if (issue.path.at(-1) === "currency" && typeof issue.input === "string") {
    return [{ path, code: "currency_not_eur", message: "must be EUR" }];
  }
  return [amountError(issue, path) ?? { path, code: codeOf(issue), message: messageOf(issue) }];
}

/** An amount that reads well and is out of range says so, with the amount allowed. */
function amountError(issue: Issue, path: string): FieldError | null {
  if (issue.path.at(-1) !== "value" || typeof issue.input !== "string") return null;
  if (/^-\d+\.\d{2}$/.test(issue.input)) {
    return { path, code: "amount_not_positive", message: "must be above zero", allowed: allowedAmount(asCents(1n)) };
  }
  if (/^\d{10,}\.\d{2}$/.test(issue.input)) {
    const allowed = allowedAmount(LARGEST_AMOUNT);
    return { path, code: "amount_too_large", message: `must be at most ${allowed.value}`, allowed };
  }
  return null;
}

function codeOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "required" : "wrong_type";
    case "invalid_value":
    case "invalid_union":
      return issue.input === undefined ? "required" : "not_allowed";
    case "invalid_format":
      return "wrong_format";
    case "too_small":
    case "too_big":
      return issue.code;
    case "custom":
      // A rule of a schema that has a name of its own.
      return typeof issue.params?.["problem"] === "string" ? issue.params["problem"] : "invalid";
    default:
      return "invalid";
  }
}

function messageOf(issue: Issue): string {
  if (codeOf(issue) === "required") return "is required";
  switch (issue.code) {
    case "invalid_type":
      return `must be of type ${issue.expected}`;
    case "invalid_value":
      return `must be ${issue.values.map((value) => `\`${String(value)}\``).join(" or ")}`;
    case "too_small":
      return `must ${measure(issue.origin)} at least ${issue.minimum}${unit(issue.origin)}`;
    case "too_big":
      return `must ${measure(issue.origin)} at most ${issue.maximum}${unit(issue.origin)}`;
    default:
      return issue.message;
  }
}

const measure = (origin: string): string => (origin === "string" || origin === "array" ? "have" : "be");

function unit(origin: string): string {
  if (origin === "string") return " characters";
  return origin === "array" ? " items" : "";
}
