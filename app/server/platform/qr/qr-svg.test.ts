import QRCode from "qrcode";
import { expect, test } from "vitest";
import law from "../../../../tests/vectors/law.json" with { type: "json" };
import { qrDataUrl, qrSvg } from "./qr-svg.server.ts";

const options = { label: "QR-code" };

/** Reads the dark modules back out of the drawing. */
function drawn(svg: string, size: number): number[] {
  const modules = new Array<number>(size * size).fill(0);
  const path = /fill="#000" d="([^"]*)"/.exec(svg)?.[1] ?? "";
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)) {
    for (let step = 0; step < Number(width); step += 1) modules[(Number(y) - 4) * size + Number(x) - 4 + step] = 1;
  }
  return modules;
}

test.each(law.epc)("draws every module of: $name", ({ payload }) => {
  const code = QRCode.create([{ data: Buffer.from(payload), mode: "byte" }], { errorCorrectionLevel: "M" });
  expect(drawn(qrSvg(payload, options), code.modules.size)).toEqual(Array.from(code.modules.data));
});

test("331 bytes fit version 13, 332 do not", () => {
  const version13 = { ...options, largestVersion: 13 };
  expect(qrSvg("a".repeat(331), version13)).toContain('viewBox="0 0 77 77"');
  expect(() => qrSvg("a".repeat(332), version13)).toThrow("332 bytes do not fit a QR code of version 13");
  expect(() => qrSvg("a".repeat(2332), options)).toThrow("2332 bytes do not fit a QR code of version 40");
});

test("has a quiet zone, a white ground, a name and no size of its own", () => {
  const svg = qrSvg("https://example.nl/c/1", { label: 'Betaal "€ 1" <nu> & snel' });
  expect(svg).toMatch(
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 33 33" role="img" aria-label="Betaal &quot;€ 1&quot; &lt;nu> &amp; snel" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h33v33H0z"\/><path fill="#000" d="M4 4h7v1H4z/,
  );
  expect(svg).not.toMatch(/ (width|height|style)=/);
});

test("text is encoded as UTF-8 bytes", () => {
  expect(qrSvg("Kinderopvang café €", options)).toBe(qrSvg(Buffer.from("Kinderopvang café €", "utf8"), options));
});

test("the data URL holds the same picture", () => {
  const url = qrDataUrl("x", options);
  expect(url.slice(0, 26)).toBe("data:image/svg+xml;base64,");
  expect(Buffer.from(url.slice(26), "base64").toString("utf8")).toBe(qrSvg("x", options));
});
