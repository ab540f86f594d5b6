import { expect, test } from "vitest";
import { nextPage, signInPath } from "./sign-in-path.server.ts";

test.each([
  "/creditor/arrangements/arr_1",
  "/creditor/arrangements/arr_1/counter",
  "/creditor/disputes/dsp_1",
  "/creditor/settings/keys",
])("whoever was on the way to %s goes on to it after signing in", (path) => {
  expect(nextPage(path)).toBe(path);
  expect(signInPath({ to: path }, "sic_1")).toBe(`/creditor/sign-in/sic_1?to=${encodeURIComponent(path)}`);
});

test.each([
  null,
  "",
  "//evil.example",
  "https://evil.example/creditor/claims",
  "/creditor//evil.example",
  "/creditor/../claim",
  "/creditor/%2e%2e/claim",
  "/creditor/claims?lang=en",
  "/creditor/sign-out",
  "/creditor/sign-in/sic_1",
  "/creditor/choose",
  "/creditors",
  "/claim",
])("%s is not taken over: the inbox comes next", (path) => {
  expect(nextPage(path)).toBe("/creditor");
  expect(signInPath({ to: path })).toBe("/creditor/sign-in");
});
