import { expect, test } from "vitest";
import { readForm } from "./read-form.server.ts";

const post = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  new Request("http://localhost/", { method: "POST", body, headers });

test("the fields of a form, also those that come twice", async () => {
  const form = await readForm(post(new URLSearchParams("code=A+B&chosen=1&chosen=2&name=%C3%A9")));
  expect([form.get("code"), form.getAll("chosen"), form.get("name"), form.get("none")]).toEqual(["A B", ["1", "2"], "é", null]); // prettier-ignore
});

test("what is no form has no fields", async () => {
  expect([...(await readForm(post(null)))]).toEqual([]);
  expect([...(await readForm(post("code=A", { "content-type": "text/plain" })))]).toEqual([]);
  expect([...(await readForm(post("{", { "content-type": "application/json" })))]).toEqual([]);
});

test("a body that is larger than any form is refused", async () => {
  const refused = readForm(post(new URLSearchParams({ code: "x".repeat(70_000) })));
  await expect(refused).rejects.toMatchObject({ status: 413 });
});
