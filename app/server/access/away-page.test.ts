import { expect, test } from "vitest";
import { translatorFor } from "#app/i18n/translator.ts";
import { awayPage } from "./away-page.server.ts";

test("the page goes on by itself, and has a link for who stays", () => {
  const { body, headers } = awayPage(new URL("https://weer.example/?a=1&b=2"), translatorFor("nl"));
  expect(headers["Refresh"]).toBe("0; url=https://weer.example/?a=1&b=2");
  expect(body).toContain('<a href="https://weer.example/?a=1&amp;b=2" rel="noreferrer">');
  expect(body).not.toMatch(/Voldaan|rekening/i);
});
