import { beforeEach, expect, test } from "vitest";
import { type SeenCall, openApiContract } from "../support/openapi-contract.ts";

/** That the comparison of answers with the document finds what is not in it. */

const contract = openApiContract(new URL("https://voldaan.test"));

const LIMITS = { "ratelimit-limit": "600", "ratelimit-remaining": "599", "ratelimit-reset": "60" };

const problem = (code: string, status: number, changes: object = {}) =>
  JSON.stringify({ type: `https://voldaan.test/api#problem-${code}`, title: "x", status, detail: "x", code, errors: [], ...changes }); // prettier-ignore

type Changes = Partial<Omit<SeenCall, "headers">> & { readonly headers?: Readonly<Record<string, string>> };

let link: object;

beforeEach(() => {
  link = {
    id: "lnk_x",
    url: "https://voldaan.test/l/x",
    code: "x",
    codeUrl: "https://voldaan.test/c/x",
    qrSvg: "<svg/>",
    checkWords: ["appel", "fiets"],
    expiresAt: "2027-02-20T10:15:00.000Z",
  };
});

/** A link that was issued as the document says, but for what a test changes. */
function seeLink({ headers = {}, ...changes }: Changes): string | null {
  return contract.see({
    method: "POST",
    path: "/claims/clm_x/links",
    requestBody: { channel: "letter" },
    status: 201,
    text: JSON.stringify(link),
    ...changes,
    headers: new Headers({ "content-type": "application/json", ...LIMITS, ...headers }),
  });
}

const asProblem = { "content-type": "application/problem+json" };

test("what the document says is seen under its name", () => {
  expect(seeLink({})).toBe("createLink 201");
  expect(seeLink({ status: 404, headers: asProblem, text: problem("not_found", 404) })).toBe("createLink 404");
  const patched = {
    method: "PATCH",
    path: "/claims/clm_x/links",
    status: 405,
    text: problem("method_not_allowed", 405),
  };
  expect(contract.see({ ...patched, headers: new Headers({ ...asProblem, allow: "POST" }) })).toBe("createLink 405");
  expect(seeLink({ path: "/nothing", status: 404, headers: asProblem, text: problem("route_not_found", 404) })).toBeNull(); // prettier-ignore
});

test.each<[string, () => Changes, RegExp]>([
  ["a field too many", () => ({ text: JSON.stringify({ ...link, secret: "x" }) }), /additional properties/],
  ["a field too few", () => ({ text: JSON.stringify({ ...link, code: undefined }) }), /required property 'code'/],
  ["a field of another type", () => ({ text: JSON.stringify({ ...link, checkWords: [1, 2] }) }), /must be string/],
  ["a time that is none", () => ({ text: JSON.stringify({ ...link, expiresAt: "tomorrow" }) }), /date-time/],
  ["another status", () => ({ status: 200 }), /createLink 200 is not in the document/],
  ["a header", () => ({ headers: { "x-new": "1" } }), /headers that are not in the document: x-new/],
  ["another content type", () => ({ headers: { "content-type": "text/csv" } }), /answers text\/csv/],
  ["another problem", () => ({ status: 404, headers: asProblem, text: problem("no_endpoint", 404) }), /answers no_endpoint/], // prettier-ignore
  ["a problem with a field too many", () => ({ status: 404, headers: asProblem, text: problem("not_found", 404, { stack: "x" }) }), /additional properties/], // prettier-ignore
  ["a request that is not described", () => ({ requestBody: { channel: "fax" } }), /createLink 201 request/],
  ["a parameter that is not described", () => ({ path: "/claims/clm_x/links?again=true" }), /took again/],
  ["a method that is not described", () => ({ method: "GET" }), /GET \/claims\/\{claim\}\/links is in no document/],
  ["a route that is not described", () => ({ path: "/secrets" }), /in no document/],
])("%s is found", (_what, changes, message) => {
  expect(() => seeLink(changes())).toThrow(message);
});
