import { createHash } from "node:crypto";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listUploads } from "#app/server/evidence/list-uploads.server.ts";
import { type EvidenceTest, openEvidence } from "../../support/evidence.ts";
import {
  HEIC,
  HTML,
  manyPages,
  pdf,
  pdfWith,
  photo,
  pixelBomb,
  polyglotPhoto,
  PROGRAM,
  SVG,
  XML,
  ZIP,
} from "../../support/hostile-files.ts";

let evidence: EvidenceTest;

beforeAll(async () => {
  evidence = await openEvidence();
});
afterAll(() => evidence.close());

const rowOf = (id: string) => evidence.services.database.prisma.upload.findUniqueOrThrow({ where: { id } });

test("a photo is made anew: upright, without position, words or script", async () => {
  const noor = await evidence.newDebtor();
  const sent = await polyglotPhoto();
  expect(sent.includes("<script>alert(1)") && sent.includes("<script>alert(2)") && sent.includes("alert(3)")).toBe(
    true,
  );
  const sentFacts = await sharp(sent).metadata();
  expect([sentFacts.width, sentFacts.height, sentFacts.orientation, sentFacts.exif !== undefined]).toEqual([60, 40, 6, true]); // prettier-ignore

  const id = await evidence.taken(noor, "pagina.html", sent);
  const row = await rowOf(id);
  expect(row).toMatchObject({ fileName: "pagina.html.jpg", mediaType: "image/jpeg", scan: "unscanned", previews: [], storageKey: id }); // prettier-ignore
  const stored = await evidence.bytesOf(id);
  const { width, height, format, orientation, exif, icc, iptc, xmp, comments } = await sharp(stored).metadata();
  expect({ width, height, format }).toEqual({ width: 40, height: 60, format: "jpeg" });
  expect([orientation, exif, icc, iptc, xmp, comments].filter((kept) => kept !== undefined)).toEqual([]);
  for (const word of ["script", "alert", "html", "Exif", "GPS", "Geheim"]) expect(stored.includes(word)).toBe(false);
  expect(stored.subarray(-2).toString("hex")).toBe("ffd9");
  expect([row.size, Buffer.from(row.sha256).toString("hex")]).toEqual([stored.length, createHash("sha256").update(stored).digest("hex")]); // prettier-ignore
});

test("PNG and WebP stay what they are, and only the new one is kept", async () => {
  const noor = await evidence.newDebtor();
  const before = evidence.stored.size;
  const png = await evidence.taken(
    noor,
    "bon.png",
    Buffer.concat([await photo("png"), Buffer.from("<?php evil() ?>")]),
  );
  evidence.services.clock.advance(1_000);
  const webp = await evidence.taken(noor, "bon", await photo("webp"));
  expect((await sharp(await evidence.bytesOf(png)).metadata()).format).toBe("png");
  expect((await evidence.bytesOf(png)).includes("php")).toBe(false);
  expect((await sharp(await evidence.bytesOf(webp)).metadata()).format).toBe("webp");
  expect(
    await listUploads(evidence.services, { sessionId: noor.debtor.sessionId, claimId: noor.claimId }),
  ).toMatchObject([
    { fileName: "bon.png", mediaType: "image/png", scan: "unscanned" },
    { fileName: "bon.webp", mediaType: "image/webp", scan: "unscanned" },
  ]);
  expect(evidence.stored.size - before).toBe(2);
});

test("a PDF is kept to the byte, and its pages are drawn", async () => {
  const noor = await evidence.newDebtor();
  const sent = await pdf({ pages: 3 });
  const id = await evidence.taken(noor, "factuur.pdf", sent);
  const row = await rowOf(id);
  expect(await evidence.bytesOf(id)).toEqual(sent);
  expect(row.previews).toHaveLength(3);
  for (const key of row.previews) {
    const page = await evidence.bytesOf(key);
    expect(page.subarray(0, 8).toString("hex")).toBe("89504e470d0a1a0a");
    expect(await sharp(page).metadata()).toMatchObject({ width: 1000, height: 1414, channels: 3 });
    const { channels } = await sharp(page).stats();
    expect([channels[0]?.min, channels[0]?.max]).toEqual([0, 255]);
  }
});

test("of a long PDF the first twenty pages are drawn", async () => {
  const id = await evidence.taken(await evidence.newDebtor(), "lang.pdf", manyPages(300));
  expect((await rowOf(id)).previews).toHaveLength(20);
});

test.each([
  ["JavaScript at opening", pdfWith("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>")],
  ["JavaScript under another spelling", pdfWith("/OpenAction << /S /J#61vaScript /J#53 (app.alert\\(1\\)) >>")],
  ["a program to launch", pdfWith("/OpenAction << /S /Launch /F (cmd.exe) >>")],
  ["a file inside", pdfWith("/Names << /EmbeddedFiles << /Names [(a.exe) 4 0 R] >> >>", ["<< /Type /Filespec /F (a.exe) >>"])], // prettier-ignore
  ["a form that sends itself", pdfWith("/AcroForm << /Fields [] /XFA (x) >> /OpenAction << /S /SubmitForm /F (http://127.0.0.1/) >>")], // prettier-ignore
])("a PDF with %s: its picture holds nothing of that", async (_what, sent) => {
  const id = await evidence.taken(await evidence.newDebtor(), "x.pdf", sent);
  const [preview = "", ...others] = (await rowOf(id)).previews;
  expect(others).toEqual([]);
  const page = await evidence.bytesOf(preview);
  const chunks = chunkTypes(page);
  expect(chunks.filter((type) => !["IHDR", "pHYs", "IDAT", "IEND"].includes(type))).toEqual([]);
  expect(await sharp(page).metadata()).toMatchObject({ format: "png", width: 1000, height: 1500 });
});

const blanks = Buffer.alloc(600, " ");

test.each([
  ["an SVG", SVG, { kind: "unsupported", heic: false }],
  ["HTML", HTML, { kind: "unsupported", heic: false }],
  ["XML", XML, { kind: "unsupported", heic: false }],
  ["an archive", ZIP, { kind: "unsupported", heic: false }],
  ["a program", PROGRAM, { kind: "unsupported", heic: false }],
  ["nothing", Buffer.alloc(0), { kind: "unsupported", heic: false }],
  ["words", Buffer.from("Ik heb al betaald."), { kind: "unsupported", heic: false }],
  ["a GIF", Buffer.from("GIF89a\x01\0\x01\0\0\0\0;", "latin1"), { kind: "unsupported", heic: false }],
  ["a HEIC of an iPhone", HEIC, { kind: "unsupported", heic: true }],
  ["a PDF after 600 blanks", Buffer.concat([blanks, manyPages(1)]), { kind: "not_a_pdf_at_start" }],
  ["a PDF after the start of a GIF", Buffer.concat([Buffer.from("GIF89a"), manyPages(1)]), { kind: "not_a_pdf_at_start" }], // prettier-ignore
  ["a PDF of 10,000 pages", manyPages(10_000), { kind: "too_many_pages" }],
  ["a PDF that is none", Buffer.from("%PDF-1.7\n<script>alert(1)</script>"), { kind: "broken_pdf" }],
  ["half a JPEG", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]), { kind: "broken_image" }],
  ["256 million pixels", pixelBomb(), { kind: "too_many_pixels" }],
  ["more than 10 MB", Buffer.alloc(10_000_001, "%PDF-"), { kind: "too_large" }],
])("%s is refused, and nothing of it is kept", async (_what, sent, refusal) => {
  const noor = await evidence.newDebtor();
  const before = evidence.stored.size;
  expect(await evidence.take(noor, "bewijs.jpg", sent)).toEqual({ ok: false, error: refusal });
  expect(evidence.stored.size).toBe(before);
  expect(await evidence.services.database.prisma.upload.count({ where: { claimId: noor.claimId } })).toBe(0);
});

test("a photo that breaks off, and a PDF behind a password, are refused", async () => {
  const noor = await evidence.newDebtor();
  const whole = await photo("jpeg");
  expect(await evidence.take(noor, "a.jpg", whole.subarray(0, whole.length - 40))).toEqual({ ok: false, error: { kind: "broken_image" } }); // prettier-ignore
  expect(await evidence.take(noor, "b.pdf", await pdf({ password: "geheim" }))).toEqual({ ok: false, error: { kind: "encrypted_pdf" } }); // prettier-ignore
});

test("the claim has to be the debtor's own", async () => {
  const [noor, other] = [await evidence.newDebtor(), await evidence.newDebtor()];
  const before = evidence.stored.size;
  expect(await evidence.take({ ...noor, claimId: other.claimId }, "a.jpg", await photo())).toEqual({ ok: false, error: { kind: "claim_not_found" } }); // prettier-ignore
  expect(evidence.stored.size).toBe(before);
});

function chunkTypes(png: Buffer): string[] {
  const types: string[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) types.push(png.toString("latin1", at + 4, at + 8));
  return types;
}
