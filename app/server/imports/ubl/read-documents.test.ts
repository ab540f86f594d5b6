import { expect, test } from "vitest";
import { readDocuments } from "./read-documents.server.ts";
import { readXml } from "./read-xml.server.ts";
import type { UblFindings } from "./ubl-reading.server.ts";

const PDF = Buffer.from("%PDF-1.4 …");
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00]);
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00]);
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function read(attributes: string, content: string) {
  const namespaces =
    'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"';
  const root = readXml(
    `<x ${namespaces}><cac:AdditionalDocumentReference><cac:Attachment>\n<cbc:EmbeddedDocumentBinaryObject ${attributes}>${content}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference></x>`,
  );
  if (!root.ok) throw new Error(root.error.message);
  const findings: UblFindings = { errors: [], warnings: [] };
  return { documents: readDocuments({ root: root.value, number: "F-1", findings }), findings };
}

test.each([
  ["a PDF", 'mimeCode="application/pdf" filename="Factuur.pdf"', PDF, "Factuur.pdf", "application/pdf"],
  ["a PDF without a type", 'filename="Factuur.pdf"', PDF, "Factuur.pdf", "application/pdf"],
  ["a PDF of any type", 'mimeCode="application/octet-stream"', PDF, "F-1-1.pdf", "application/pdf"],
  ["a type in capitals", 'mimeCode="Application/PDF"', PDF, "F-1-1.pdf", "application/pdf"],
  ["a PNG", 'mimeCode="image/png" filename="foto"', PNG, "foto.png", "image/png"],
  ["a spreadsheet", `mimeCode="${XLSX}"`, ZIP, "F-1-1.xlsx", XLSX],
  ["a table", 'mimeCode="text/csv" filename="uren.csv"', Buffer.from("dag;uren\n"), "uren.csv", "text/csv"],
  ["a path", 'mimeCode="application/pdf" filename="../../etc/passwd"', PDF, "passwd.pdf", "application/pdf"],
  ["a path of Windows", 'mimeCode="application/pdf" filename="C:\\x\\a.pdf"', PDF, "a.pdf", "application/pdf"],
  ["two endings", 'mimeCode="application/pdf" filename="a.exe.pdf"', PDF, "a.exe.pdf", "application/pdf"],
  ["another ending", 'mimeCode="application/pdf" filename="a.exe"', PDF, "a.pdf", "application/pdf"],
  [
    "line ends and quotes",
    'mimeCode="application/pdf" filename="a&#10;&quot;b.pdf"',
    PDF,
    "a--b.pdf",
    "application/pdf",
  ],
  ["only dots", 'mimeCode="application/pdf" filename="..."', PDF, "F-1-1.pdf", "application/pdf"],
])("%s is taken over", (_name, attributes, bytes, filename, mimeType) => {
  const { documents, findings } = read(attributes, bytes.toString("base64").replace(/(.{4})/, "$1\n  "));
  expect(documents).toEqual([{ filename, mimeType, bytes: new Uint8Array(bytes) }]);
  expect(findings).toEqual({ errors: [], warnings: [] });
});

const big = Buffer.alloc(10 * 1024 * 1024 + 3);
PDF.copy(big);

test.each([
  ["HTML", 'mimeCode="text/html"', Buffer.from("<p>").toString("base64"), "document_type_not_allowed"],
  ["SVG", 'mimeCode="image/svg+xml"', Buffer.from("<svg/>").toString("base64"), "document_type_not_allowed"],
  ["a type named like an object's own", 'mimeCode="constructor"', "AAAA", "document_type_not_allowed"],
  [
    "HTML that says PDF",
    'mimeCode="application/pdf"',
    Buffer.from("<p>").toString("base64"),
    "document_content_differs",
  ],
  ["a PDF that says PNG", 'mimeCode="image/png"', PDF.toString("base64"), "document_content_differs"],
  ["a zip that says table", 'mimeCode="text/csv"', ZIP.toString("base64"), "document_content_differs"],
  ["HTML of any type", 'mimeCode=""', Buffer.from("<p>").toString("base64"), "document_content_differs"],
  ["nothing", 'mimeCode="application/pdf"', " \n ", "document_not_base64"],
  ["what is not base64", 'mimeCode="application/pdf"', "JVBERi0*", "document_not_base64"],
  ["half of base64", 'mimeCode="application/pdf"', "JVBER", "document_not_base64"],
  ["over 10 MB", 'mimeCode="application/pdf"', big.toString("base64"), "document_too_large"],
])("%s is left out", (_name, attributes, content, code) => {
  const { documents, findings } = read(attributes, content);
  expect(documents).toEqual([]);
  expect(findings.errors).toEqual([]);
  expect(findings.warnings).toMatchObject([
    { line: 2, field: "cac:AdditionalDocumentReference/cac:Attachment/cbc:EmbeddedDocumentBinaryObject", code },
  ]);
});
