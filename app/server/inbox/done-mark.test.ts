import type { AppLoadContext } from "@remix-run/node";
import { expect, test } from "vitest";
import { doneMark } from "./done-mark.server.ts";

const mark = (method: string, query: string) =>
  doneMark({
    request: new Request(`https://voldaan.test/creditor/settings/team${query}`),
    context: { visit: { method, path: "/creditor/settings/team" } } as AppLoadContext,
  });

test("what was done is said by the page it led to, and not by an answer to the next form", () => {
  expect(mark("GET", "?done=invited")).toBe("invited");
  expect(mark("GET", "")).toBeNull();
  expect(mark("POST", "?done=invited")).toBeNull();
});
