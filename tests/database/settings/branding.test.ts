import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readLogo, removeLogo, setBrandColour, setLogo } from "#app/server/creditors/change-branding.server.ts";
import { createCreditor } from "#app/server/creditors/create-creditor.server.ts";
import { openFileConverter } from "#app/server/evidence/file-converter.server.ts";
import { pdf, pixelBomb, SVG } from "../../support/hostile-files.ts";
import { createTestServices, type TestServices } from "../../support/services.ts";

/** With all the time that a busy machine takes. */
const converter = openFileConverter(
  { file: "app/converter/main.ts", execArgv: ["--import", "tsx"] },
  { log: { warn: () => undefined }, deadlines: { image: 60_000, logo: 60_000, pdf: 60_000 } },
);

let services: TestServices;
let creditorId: string;

beforeAll(async () => {
  services = await createTestServices({ replace: { converter } });
  const made = await createCreditor(services, { name: "De Boomhut", iban: "NL91ABNA0417164300", canDeductVat: true, actor: "test" }); // prettier-ignore
  if (!made.ok) throw new Error(made.error.kind);
  creditorId = made.value.id;
});
afterAll(() => services.close());

const look = () => services.database.prisma.creditor.findUniqueOrThrow({ where: { id: creditorId }, select: { brandColour: true, logoId: true } }); // prettier-ignore
const colour = (typed: string | null) => setBrandColour(services, { creditorId, actor: "test", typed });
const logo = (bytes: Uint8Array) => setLogo(services, { creditorId, actor: "test", bytes });

test("a colour in which text can be read is kept; one that is too light is not, and the nearest is named", async () => {
  expect(await colour("#123F7A")).toEqual({ ok: true, value: null });
  expect(await look()).toMatchObject({ brandColour: "#123f7a" });
  expect(await colour("#ff0000")).toMatchObject({ error: { kind: "too_light", nearest: "#af0000" } });
  expect(await colour("rood")).toMatchObject({ error: { kind: "not_a_colour" } });
  expect(await look()).toMatchObject({ brandColour: "#123f7a" });
  await colour(null);
  expect(await look()).toMatchObject({ brandColour: null });
});

test.each([
  ["png", "png"],
  ["jpeg", "jpeg"],
  ["webp", "webp"],
] as const)("a logo as %s becomes a small PNG with nothing else in it", async (_name, format) => {
  const large = sharp({ create: { width: 1_600, height: 400, channels: 3, background: "#123f7a" } });
  const framed = large
    .extend({ top: 200, bottom: 200, background: "#ffffff" })
    .withExif({ IFD0: { Copyright: "geheim" } });
  expect(await logo(await framed.toFormat(format).toBuffer())).toEqual({ ok: true, value: null });
  const kept = await readLogo(services, (await look()).logoId ?? "");
  const { width, height, format: written, exif } = await sharp(kept ?? undefined).metadata();
  expect([width, height, written, exif]).toEqual([320, 80, "png", undefined]);
});

test("another logo takes the place of the first, which is gone", async () => {
  const first = (await look()).logoId ?? "";
  await logo(
    await sharp({ create: { width: 40, height: 40, channels: 4, background: "#00000000" } })
      .png()
      .toBuffer(),
  );
  const second = (await look()).logoId ?? "";
  expect(second).not.toBe(first);
  expect(await readLogo(services, first)).toBeNull();
  expect(await services.storage.exists(first)).toBe(false);
  expect(await readLogo(services, second)).not.toBeNull();
  await removeLogo(services, { creditorId, actor: "test" });
  expect(await look()).toMatchObject({ logoId: null });
  expect(await readLogo(services, second)).toBeNull();
});

test("what is no picture, or far too large a one, is refused and nothing changes", async () => {
  expect(await logo(new Uint8Array())).toMatchObject({ error: { kind: "no_file" } });
  expect(await logo(Buffer.from(SVG))).toMatchObject({ error: { kind: "not_an_image" } });
  expect(await logo(await pdf())).toMatchObject({ error: { kind: "not_an_image" } });
  expect(await logo(await pixelBomb())).toMatchObject({ error: { kind: "too_many_pixels" } });
  expect(await look()).toMatchObject({ logoId: null });
});
