import { expect, test } from "vitest";
import { makeZip, type ZipContent } from "../../../../tests/support/make-zip.ts";
import { storedDocument } from "../../../../tests/support/stored-document.ts";
import { zipSource } from "./zip-source.server.ts";

const NOISE = Buffer.from(crypto.getRandomValues(new Uint8Array(60_000)));

const sourceOf = (files: readonly ZipContent[]) => zipSource(storedDocument(makeZip(files), 4_001));

async function read(files: readonly ZipContent[]) {
  const rows = [];
  for await (const { row, item } of sourceOf(files).rowsAfter(0)) {
    const what = item.kind === "ubl" ? Buffer.from(item.bytes).toString() : item.kind === "refused" ? item.errors.map(({ code }) => code).join() : ""; // prettier-ignore
    rows.push([row, item.kind === "claim" ? null : item.source, what]);
  }
  return rows;
}

test("the files of a zip are its rows, in order; what computers put beside them is not", async () => {
  const files = [
    { name: "maart/", content: "" },
    { name: "maart/1.xml", content: "<Invoice/>" },
    { name: "__MACOSX/maart/._1.xml", content: "x" },
    { name: "maart/.DS_Store", content: "x" },
    { name: "2.XML", content: "<CreditNote/>" },
  ];
  expect(await sourceOf(files).count()).toBe(2);
  expect(await read(files)).toEqual([
    [1, "maart/1.xml", "<Invoice/>"],
    [2, "2.XML", "<CreditNote/>"],
  ]);
});

test("links, zips in the zip, other files and files over 20 MB are refused by themselves", async () => {
  const files = [
    { name: "1.xml", content: "/etc/passwd", mode: 0o120777 },
    { name: "2.zip", content: makeZip([{ name: "1.xml", content: "<Invoice/>" }]) },
    { name: "3.pdf", content: "%PDF-" },
    { name: "4.xml", content: "<Invoice/>", saysSize: 20_000_001 },
    { name: "5.xml", content: "<Invoice/>" },
  ];
  expect(await read(files)).toEqual([
    [1, "1.xml", "not_a_file"],
    [2, "2.zip", "nested_zip"],
    [3, "3.pdf", "not_an_invoice"],
    [4, "4.xml", "too_large"],
    [5, "5.xml", "<Invoice/>"],
  ]);
});

test("a file of another size than the directory says is not unpacked any further", async () => {
  const files = [
    { name: "1.xml", content: "x".repeat(500_000), saysSize: 1_000 },
    { name: "2.xml", content: "<Invoice/>" },
  ];
  expect(await read(files)).toEqual([
    [1, "1.xml", "unpacking_failed"],
    [2, "2.xml", "<Invoice/>"],
  ]);
});

test.each([
  ["what is no zip", () => Buffer.from("PK\x03\x04 and then something else"), "not_a_zip"],
  ["a zip that was cut off", () => makeZip([{ name: "1.xml", content: "<Invoice/>" }]).subarray(0, -30), "not_a_zip"],
  ["a name that leads out of it", () => makeZip([{ name: "../../etc/passwd.xml", content: "x" }]), "not_a_zip"],
  ["an absolute name", () => makeZip([{ name: "/etc/passwd.xml", content: "x" }]), "not_a_zip"],
  ["a password", () => makeZip([{ name: "1.xml", content: "x", encrypted: true }]), "password"],
  ["a workbook", () => makeZip([{ name: "[Content_Types].xml", content: "x" }]), "spreadsheet"],
  ["nothing in it", () => makeZip([]), "no_rows"],
  ["only folders", () => makeZip([{ name: "maart/", content: "" }]), "no_rows"],
  ["a bomb", () => makeZip([{ name: "1.xml", content: Buffer.alloc(10_000_000) }]), "unpacks_too_large"],
  ["a bomb that says it is large", () => makeZip([{ name: "1.xml", content: "x", saysSize: 4_000_000_000 }]), "unpacks_too_large"],
  ["files that lie over each other", () => makeZip([{ name: "1.xml", content: NOISE }, ...Array.from({ length: 40 }, (_, index) => ({ name: `${index}.xml`, content: NOISE, overFirst: true }))]), "unpacks_too_large"],
] as const)("%s makes it none", async (_what, make, code) => {
  const source = zipSource(storedDocument(make(), 4_001));
  await expect(source.count()).rejects.toMatchObject({ fault: { code } });
}); // prettier-ignore

test("many files of little each are too much together", async () => {
  const files = Array.from({ length: 350 }, (_, index) => ({
    name: `${index}.xml`,
    content: NOISE,
    saysSize: 5_900_000,
  }));
  await expect(sourceOf(files).count()).rejects.toMatchObject({ fault: { code: "unpacks_too_large" } });
});

test("a storage that fails is no fault of the zip", async () => {
  const bytes = makeZip([{ name: "1.xml", content: "<Invoice/>" }]);
  const broken = { ...storedDocument(bytes), stream: () => new ReadableStream<Uint8Array>({ start: (controller) => controller.error(new Error("the storage is away")) }) }; // prettier-ignore
  await expect(zipSource(broken).count()).rejects.toThrow("the storage is away");
});
