import { Readable } from "node:stream";
import { array, assert, asyncProperty, constantFrom, integer, tuple } from "fast-check";
import { expect, test } from "vitest";
import { readUpload } from "./read-upload.server.ts";

const BOUNDARY = "grens";

function part(head: string, content: Uint8Array | string): Buffer {
  return Buffer.concat([Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`), Buffer.from(content), Buffer.from("\r\n")]); // prettier-ignore
}

const file = (name: string, content: Uint8Array | string) => part(`name="files"; filename="${name}"`, content);
const END = Buffer.from(`--${BOUNDARY}--\r\n`);

type Sent = { readonly request: Request; readonly read: () => number };

/** A request whose body comes in pieces, and how many of them were asked for. */
function sent(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  type = `multipart/form-data; boundary=${BOUNDARY}`,
): Sent {
  let count = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      count += 1;
      yield chunk;
    }
  }
  const body = Readable.toWeb(Readable.from(counted())) as unknown as BodyInit;
  const init = { method: "POST", headers: { "content-type": type }, body, duplex: "half" };
  return { request: new Request("http://voldaan.test/", init as RequestInit), read: () => count };
}

const read = (request: Request, deadlineMs?: number) =>
  readUpload(request, { subject: "dbt_1", ...(deadlineMs === undefined ? {} : { deadlineMs }) });

/** The same bytes, one at a time. */
function* single(bytes: Buffer): Generator<Uint8Array> {
  for (const byte of bytes) yield Uint8Array.of(byte);
}

test("fields without NUL, files to the byte, and no file where none was chosen", async () => {
  const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 256);
  const unchosen = part('name="files"; filename=""\r\nContent-Type: application/octet-stream', "");
  const whole = Buffer.concat([unchosen, part('name="act"', "a\0dd"), file("één foto.jpg", bytes), file("", ""), file("leeg.txt", ""), END]); // prettier-ignore
  for (const chunks of [[whole], single(whole)]) {
    const form = await read(sent(chunks).request);
    if (!form.ok) throw new Error(form.error.kind);
    expect([...form.value.fields]).toEqual([["act", "add"]]);
    expect(form.value.files).toEqual([
      { field: "files", fileName: "één foto.jpg", bytes },
      { field: "files", fileName: "leeg.txt", bytes: new Uint8Array() },
    ]);
  }
});

test("a path in a name is left out", async () => {
  const form = await read(sent([file("../../x/bon.pdf", "%PDF-"), END]).request);
  expect(form.ok && form.value.files.map(({ fileName }) => fileName)).toEqual(["bon.pdf"]);
});

const MEGABYTE = new Uint8Array(1_000_000);

function* megabytes(count: number, name = "groot.jpg"): Generator<Uint8Array> {
  yield Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n\r\n`);
  for (let index = 0; index < count; index += 1) yield MEGABYTE;
  yield Buffer.from("\r\n");
}

test("ten megabytes are a file, eleven are too large, and the rest of the form does not count then", async () => {
  const fits = await read(sent([...megabytes(10), END]).request);
  expect(fits.ok && fits.value.files.map(({ bytes }) => bytes.byteLength)).toEqual([10_000_000]);
  const tooLarge = await read(sent([file("klein.jpg", "x"), ...megabytes(11), file("ook.jpg", "x"), END]).request);
  expect(tooLarge).toEqual({ ok: false, error: { kind: "too_large", fileNames: ["groot.jpg"] } });
});

test("a file without end is not read to its end", async () => {
  const endless = sent(megabytes(1_000_000));
  expect(await read(endless.request)).toEqual({ ok: false, error: { kind: "too_large", fileNames: ["groot.jpg"] } });
  expect(endless.read()).toBeLessThan(45);
});

test("more than 50 MB in one form is too large, though each file fits", async () => {
  const form = sent([1, 2, 3, 4, 5, 6].flatMap((number) => [...megabytes(9, `${number}.jpg`)]));
  expect(await read(form.request)).toEqual({ ok: false, error: { kind: "too_large", fileNames: [] } });
});

test("ten files, and not one more", async () => {
  const files = (count: number) => [...Array.from({ length: count }, (_, index) => file(`${index}.jpg`, "x")), END];
  const ten = await read(sent(files(10)).request);
  expect(ten.ok && ten.value.files).toHaveLength(10);
  expect(await read(sent(files(11)).request)).toEqual({ ok: false, error: { kind: "too_many" } });
  expect(await read(sent(files(60)).request)).toEqual({ ok: false, error: { kind: "too_many" } });
});

test("who sends too slowly is cut off", async () => {
  async function* slow(): AsyncGenerator<Uint8Array> {
    yield file("traag.jpg", "x");
    await new Promise(() => {});
  }
  expect(await read(sent(slow()).request, 20)).toEqual({ ok: false, error: { kind: "too_slow" } });
});

test("a connection that breaks off, and a form that ends half-way", async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="a.jpg"\r\n\r\nhalf`);
    throw new Error("aborted");
  }
  expect(await read(sent(broken()).request)).toEqual({ ok: false, error: { kind: "interrupted" } });
  const half = file("a.jpg", "half");
  expect(await read(sent([half.subarray(0, -4)]).request)).toEqual({ ok: false, error: { kind: "malformed" } });
});

test.each([
  ["multipart/form-data"],
  ["multipart/form-data; boundary="],
  ["application/x-www-form-urlencoded"],
  ["multipart/mixed; boundary=grens"],
])("%s is no form with files", async (type) => {
  expect(await read(sent([file("a.jpg", "x"), END], type).request)).toEqual({
    ok: false,
    error: { kind: "malformed" },
  });
});

test("two forms of one debtor are read at once, eight of all", async () => {
  const never = () => readUpload(sent((async function* () { await new Promise(() => {}); })()).request, { subject: "dbt_2", deadlineMs: 50 }); // prettier-ignore
  const [first, second, third] = [never(), never(), never()];
  expect(await third).toEqual({ ok: false, error: { kind: "busy" } });
  expect(await Promise.all([first, second])).toEqual([{ ok: false, error: { kind: "too_slow" } }, { ok: false, error: { kind: "too_slow" } }]); // prettier-ignore
  expect((await readUpload(sent([file("a.jpg", "x"), END]).request, { subject: "dbt_2" })).ok).toBe(true);
});

test("whatever is wrong with a form, the answer is a value", async () => {
  const octets = 'filename=""\r\nContent-Type: application/octet-stream; charset=x';
  const whole = Buffer.concat([part('name="act"', "add"), part(octets, "x"), file("foto.jpg", "bytes"), END]);
  const change = tuple(integer({ min: 0, max: whole.length - 1 }), constantFrom(0, 10, 13, 34, 45, 58, 59, 61, 255));
  await assert(
    asyncProperty(array(change, { maxLength: 12 }), integer({ min: 0, max: whole.length }), async (changes, cut) => {
      const bytes = Buffer.from(whole);
      for (const [at, byte] of changes) bytes[at] = byte;
      const form = await read(sent([bytes.subarray(0, cut), bytes.subarray(cut)]).request, 20_000);
      expect(form.ok || ["malformed", "interrupted"].includes(form.error.kind)).toBe(true);
      const half = await read(sent([bytes.subarray(0, cut)]).request, 20_000);
      expect(half.ok || ["malformed", "interrupted"].includes(half.error.kind)).toBe(true);
    }),
    { numRuns: 100 },
  );
}, 30_000);
