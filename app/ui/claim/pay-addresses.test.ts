import { expect, test } from "vitest";
import { payAddress, readPayAddress } from "./pay-addresses.ts";

const read = (query: string) => readPayAddress(new URLSearchParams(query));

test.each([
  "",
  "claim=clm_1",
  "claim=clm_1&instalment=behind",
  "claim=clm_1&amount=part&part=25%2C50",
  "amount=chosen&chosen=inv_1&chosen=inv_2",
  "instalment=3&amount=all",
])("what an address of paying says goes along: %s", (query) => {
  expect(payAddress("/claim/pay", read(query))).toBe(query === "" ? "/claim/pay" : `/claim/pay?${query}`);
});

test("nothing else goes along: no stranger's field, and of a choice only what belongs to it", () => {
  const query = "claim=clm_1&to=https%3A%2F%2Felders.example&amount=all&part=25&chosen=inv_1&part=30";
  expect(payAddress("/claim/pay", read(query))).toBe("/claim/pay?claim=clm_1&amount=all");
});

test("an address without an amount makes no choice", () => {
  expect(read("claim=clm_1&part=25").answers).toBe(null);
});
