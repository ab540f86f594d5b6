import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { translatorFor } from "#app/i18n/translator.ts";
import { API_OPERATIONS } from "#app/server/api/api-operations.server.ts";
import { describeApi } from "#app/server/api/describe-api.server.ts";
import { openApiDocument } from "#app/server/api/openapi.server.ts";
import { PROBLEMS } from "#app/server/api/problem-catalogue.server.ts";
import { API_SCOPES } from "#app/server/creditors/api-scopes.server.ts";
import { ApiPage } from "#app/ui/pages/api-page.tsx";
import { TranslationProvider } from "#app/ui/translation.tsx";
import { API_ROUTES } from "../../support/api.ts";

const run = promisify(execFile);
const BASE_URL = new URL("https://voldaan.test");

type Problem = { readonly type: string };
type Response = {
  readonly content?: Record<string, { readonly examples?: Record<string, { readonly $ref: string }> }>;
};
type Route = { loader?: unknown; action?: unknown };

test("every documented path has a route, and every route is documented", () => {
  const documented = new Set(API_OPERATIONS.map((operation) => operation.path.replace(/\{(\w+)\}/g, ":$1")));
  expect([...documented].sort()).toEqual(API_ROUTES.map((route) => route.path).sort());
});

test("every route answers the methods that are documented, and no other", async () => {
  const args = {
    request: new Request("https://voldaan.test/x", { method: "OPTIONS" }),
    params: {},
    context: contextStub(),
  };
  for (const { path: routePath, file } of API_ROUTES) {
    const route = (await import(fileURLToPath(new URL(`../../../app/${file}`, import.meta.url)))) as Route;
    const answer = await (route.action as (given: typeof args) => Promise<globalThis.Response>)(args);
    const documented = API_OPERATIONS.filter(
      (operation) => operation.path.replace(/\{(\w+)\}/g, ":$1") === routePath,
    ).map((operation) => operation.method as string);
    const allowed = documented.includes("GET") ? [...documented, "HEAD"] : documented;
    expect(answer.headers.get("allow"), routePath).toBe(allowed.sort().join(", "));
  }
});

test("the document is valid OpenAPI by an independent linter, and its examples fit its schemas", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "voldaan-openapi-"));
  try {
    const file = path.join(folder, "openapi.json");
    const config = path.join(folder, "redocly.yaml");
    await writeFile(file, JSON.stringify(openApiDocument(BASE_URL)));
    await writeFile(config, "extends: [recommended]\nrules:\n  no-invalid-media-type-examples: error\n");
    const cli = fileURLToPath(new URL("../../../node_modules/@redocly/cli/bin/cli.js", import.meta.url));
    const env = {
      PATH: process.env["PATH"],
      REDOCLY_TELEMETRY: "off",
      REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
      CI: "true",
    };
    const options = { cwd: folder, env: env as unknown as NodeJS.ProcessEnv };
    const linted = await run(process.execPath, [cli, "lint", file, "--config", config, "--format", "json"], options);
    expect((JSON.parse(linted.stdout) as { totals: unknown }).totals).toEqual({ errors: 0, warnings: 0, ignored: 0 });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("every problem that a route names is described, with the address that its type leads to", () => {
  const document = openApiDocument(BASE_URL) as unknown as {
    components: { "x-problems": Record<string, unknown>; examples: Record<string, { readonly value: Problem }> };
    paths: Record<string, Record<string, { operationId: string; responses: Record<string, Response> }>>;
  };
  const described = Object.keys(document.components["x-problems"]);
  expect(described).toEqual(Object.keys(PROBLEMS));

  for (const operation of Object.values(document.paths).flatMap((methods) => Object.values(methods))) {
    expect(Object.keys(operation.responses)).toEqual(
      expect.arrayContaining(["401", "403", "405", "422", "429", "500"]),
    );
    for (const [status, response] of Object.entries(operation.responses)) {
      const examples = response.content?.["application/problem+json"]?.examples ?? {};
      for (const [code, { $ref }] of Object.entries(examples)) {
        expect($ref).toBe(`#/components/examples/${code}`);
        const { value } = document.components.examples[code] ?? {};
        expect(value, operation.operationId).toMatchObject({ code, status: Number(status) });
        expect(value?.type).toBe(`https://voldaan.test/api#problem-${code}`);
      }
    }
  }
});

test("the page shows every operation, scope, problem and object, and each of its links leads to one of them", () => {
  const api = describeApi(BASE_URL);
  const page = createElement(TranslationProvider, { value: translatorFor("en"), children: createElement(ApiPage, { api }) }); // prettier-ignore
  const html = renderToStaticMarkup(page);
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);

  expect(new Set(ids).size).toBe(ids.length);
  expect([...new Set(links)].filter((id) => !ids.includes(id))).toEqual([]);
  expect(ids).toEqual(expect.arrayContaining(API_OPERATIONS.map(({ id }) => id)));
  expect(ids).toEqual(expect.arrayContaining(Object.keys(PROBLEMS).map((code) => `problem-${code}`)));
  expect(ids).toEqual(expect.arrayContaining(API_SCOPES.map((scope) => `scope-${scope.replace(":", "-")}`)));
  const told = api.sections.flatMap(({ operations }) => operations);
  expect(told.map(({ id, scope }) => [id, scope]).sort()).toEqual(API_OPERATIONS.map(({ id, scope }) => [id, scope]).sort()); // prettier-ignore
  expect(html).not.toMatch(/<script|undefined|\[object/);
});

function contextStub() {
  const app = { config: { baseUrl: BASE_URL }, log: { error: () => undefined } };
  return { app, nonce: "", requestId: "test", clientAddress: "192.0.2.1" };
}
