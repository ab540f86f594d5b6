import { expect, test } from "vitest";
import { safeFileName } from "./file-name.server.ts";

test.each([
  ["foto.jpg", "image/jpeg", "foto.jpg"],
  ["Foto van bon.JPEG", "image/jpeg", "Foto van bon.jpeg"],
  ["pagina.html", "image/jpeg", "pagina.html.jpg"],
  ["pagina%22%0D%0a.html", "image/png", "pagina.html.png"],
  ["C:\\Users\\Noor\\bon.png", "image/png", "bon.png"],
  ["../../etc/passwd", "application/pdf", "passwd.pdf"],
  ['a"\r\nX: y.pdf', "application/pdf", "aX y.pdf"],
  ["bon\u202egpj.exe.pdf", "application/pdf", "bongpj.exe.pdf"],
  ["", "image/webp", "bestand.webp"],
  [".pdf", "application/pdf", "pdf.pdf"],
  ["\ud800.png", "image/png", "\ufffd.png"],
  ["één bewijs.pdf", "application/pdf", "één bewijs.pdf"],
])("%j as %s is called %j", (name, mediaType, called) => {
  expect(safeFileName(name, mediaType)).toBe(called);
});

test("a name is cut before it is too long, and keeps its extension", () => {
  const name = safeFileName(`${"😀".repeat(300)}.pdf`, "application/pdf");
  expect(name).toBe(`${"😀".repeat(95)}.pdf`);
});
