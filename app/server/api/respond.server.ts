import { Readable } from "node:stream";
import { savedFileHeaders } from "#app/server/messages/file-headers.server.ts";
import type { ReadFile } from "#app/server/messages/read-document.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { ApiOperation } from "./api-operation.server.ts";
import type { KeptAnswer } from "./idempotency.server.ts";
import { PROBLEMS } from "./problem-catalogue.server.ts";
import { type Problem, PROBLEM_MEDIA_TYPE, problemBody } from "./problem.server.ts";

/** JSON, nothing (null), a file with the headers it goes out with, or one of comma-separated values part by part. */
export type ApiAnswer =
  { readonly status: number; readonly body: unknown } | { readonly status: number; readonly file: ReadFile } | CsvParts;

type CsvParts = { readonly status: number; readonly fileName: string; readonly parts: AsyncIterable<string> };

type Headers = Readonly<Record<string, string>>;

/** The answer as it can be kept. Files are answered to GET alone, which keeps nothing. */
export function keptAnswer(answered: ApiAnswer): KeptAnswer {
  if ("file" in answered || "parts" in answered) throw new Error("a file is no answer to keep");
  const { status, body } = answered;
  if (body === null) return { status, contentType: "", body: "" };
  return { status, contentType: "application/json", body: JSON.stringify(body) };
}

export function keptProblem(services: Services, problem: Problem): KeptAnswer {
  const { status } = PROBLEMS[problem.code];
  const body = JSON.stringify(problemBody(problem, services.config.baseUrl));
  return { status, contentType: PROBLEM_MEDIA_TYPE, body };
}

export function respondProblem(services: Services, problem: Problem, headers: Headers = {}): Response {
  return respondKept(services, keptProblem(services, problem), { ...headers, ...problem.headers });
}

export function respondFile({ bytes, headers: ofFile }: ReadFile, headers: Headers): Response {
  return new Response(bytes, { headers: { ...headers, ...ofFile } });
}

/** Written while it is made, so that it may be of any length. */
export function respondParts({ status, fileName, parts }: CsvParts, headers: Headers): Response {
  const ofFile = savedFileHeaders({ fileName, mediaType: "text/csv; charset=utf-8" });
  const bytes = Readable.toWeb(Readable.from(parts).map((part: string) => Buffer.from(part)));
  return new Response(bytes as unknown as BodyInit, { status, headers: { ...headers, ...ofFile } });
}

/** A kept answer goes out as it did the first time; `Location` follows from its body. */
export function respondKept(
  services: Services,
  answered: KeptAnswer,
  headers: Headers = {},
  operation?: ApiOperation,
): Response {
  const created = (answered.status === 201 || answered.status === 202) && operation?.location;
  const location = created ? { Location: locationOf(services, created(JSON.parse(answered.body) as { id: string })) } : {}; // prettier-ignore
  const type = answered.contentType === "" ? {} : { "Content-Type": answered.contentType };
  const body = answered.contentType === "" ? null : answered.body;
  return new Response(body, { status: answered.status, headers: { ...headers, ...type, ...location } });
}

function locationOf(services: Services, path: string): string {
  return new URL(`/api/v1${path}`, services.config.baseUrl).href;
}
