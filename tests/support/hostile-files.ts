import { crc32, deflateSync } from "node:zlib";
import PDFDocument from "pdfkit";
import sharp from "sharp";

/** Files that debtors might send, good and bad, made on the spot. */

export const EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

/** Where a photo says that it was taken. */
const GPS = { GPSLatitudeRef: "N", GPSLatitude: "52/1 22/1 11/1", GPSLongitudeRef: "E", GPSLongitude: "4/1 53/1 37/1" };

/** A picture of a colour, wider than high. */
export function photo(format: "jpeg" | "png" | "webp" = "jpeg", background = "#c33"): Promise<Buffer> {
  return sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .toFormat(format)
    .toBuffer();
}

/** A photo that lies on its side, says where it was taken, and ends in a page with a script. */
export async function polyglotPhoto(): Promise<Buffer> {
  const exif = { IFD0: { Copyright: "<script>alert(1)</script>", Make: "Geheim" }, IFD3: GPS };
  const jpeg = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#36c" } })
    .withExif(exif)
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const comment = Buffer.from("<script>alert(2)</script>");
  const segment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, comment.length + 2]), comment]);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2), Buffer.from("<html><script>alert(3)</script></html>")]); // prettier-ignore
}

/** A PNG of one bit a pixel that is small to send and huge to open. */
export function pixelBomb(width = 16_000, height = 16_000): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const pixels = deflateSync(Buffer.alloc((width / 8 + 1) * height));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, pngChunk("IHDR", header), pngChunk("IDAT", pixels), pngChunk("IEND", Buffer.alloc(0))]); // prettier-ignore
}

function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

export const SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
);
export const HTML = Buffer.from("<!doctype html><title>Factuur</title><script>alert(1)</script>");
export const XML = Buffer.from('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>');
export const PROGRAM = Buffer.concat([Buffer.from("MZ"), Buffer.alloc(200)]);

/** An archive with one empty file called `a`, and nothing else in it. */
export const ZIP = Buffer.from(
  "504b03040a00000000000000210000000000000000000000000001000000" +
    "61504b010214000a0000000000000021000000000000000000000000000100000000000000000000000000000000006" +
    "1504b050600000000010001002f0000001f0000000000",
  "hex",
);

/** As an iPhone keeps its photos, as far as anybody needs to see what it is. */
export const HEIC = Buffer.concat([
  Buffer.from([0, 0, 0, 0x18]),
  Buffer.from("ftypheic\0\0\0\0mif1heic", "latin1"),
  Buffer.alloc(64),
]);

/** A PDF with that many pages, each with its number on it. */
export async function pdf({ pages = 2, password }: { pages?: number; password?: string } = {}): Promise<Buffer> {
  const document = new PDFDocument({
    autoFirstPage: false,
    size: "A4",
    ...(password ? { userPassword: password } : {}),
  });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve) => document.on("end", resolve));
  for (let page = 1; page <= pages; page += 1) document.addPage().fontSize(40).text(`Bladzijde ${page}`);
  document.end();
  await done;
  return Buffer.concat(chunks);
}

/** A PDF of one page whose catalog has what else is given: an action to do at opening, for example. */
export function pdfWith(catalog: string, objects: readonly string[] = []): Buffer {
  return writePdf([`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", PAGE, ...objects]); // prettier-ignore
}

/** A PDF of that many pages that are all the same. */
export function manyPages(count: number): Buffer {
  const kids = Array.from({ length: count }, (_, index) => `${index + 3} 0 R`).join(" ");
  const pages = Array.from({ length: count }, () => PAGE);
  return writePdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    ...pages,
  ]);
}

const PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] >>";

function writePdf(objects: readonly string[]): Buffer {
  let text = "%PDF-1.7\n";
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}
