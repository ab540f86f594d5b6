import { cutWhole } from "#app/server/platform/text/cut-whole.server.ts";
import { noteWarning } from "./note-finding.server.ts";
import { sniffDocument } from "./sniff-document.server.ts";
import { elementAt, elementsAt, textAt } from "./ubl-path.server.ts";
import type { UblDocument, UblFindings, UblWarningCode } from "./ubl-reading.server.ts";
import { writeFilename } from "./write-filename.server.ts";
import type { XmlElement } from "./xml-element.server.ts";

const REFERENCE = "cac:AdditionalDocumentReference";
const EMBEDDED = "cac:Attachment/cbc:EmbeddedDocumentBinaryObject";
const EXTERNAL = "cac:Attachment/cac:ExternalReference/cbc:URI";
const LARGEST_DOCUMENT = 10 * 1024 * 1024;

/** What may be embedded in an invoice (EN 16931, BT-125), with the ending its file name gets. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ["application/pdf", "pdf"],
  ["image/png", "png"],
  ["image/jpeg", "jpg"],
  ["text/csv", "csv"],
  ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"],
  ["application/vnd.oasis.opendocument.spreadsheet", "ods"],
]);
const SAYS_NOTHING = new Set(["", "application/octet-stream"]);

/**
 * The documents embedded in an invoice. One of another kind than EN 16931 allows, whose content is not what it says,
 * that is broken or over 10 MB is left out with a warning. What an invoice only links to is never fetched.
 */
export function readDocuments(input: { root: XmlElement; number: string; findings: UblFindings }): UblDocument[] {
  const { root, number, findings } = input;
  return elementsAt(root, REFERENCE).flatMap((reference, index) => {
    const external = elementAt(reference, EXTERNAL);
    if (external) {
      const message = "A document on the web is not fetched.";
      const field = `${REFERENCE}/${EXTERNAL}`;
      noteWarning(findings, { root, field, element: external, code: "external_document_not_fetched", message });
    }
    const embedded = elementAt(reference, EMBEDDED);
    if (!embedded) return [];
    const content = readContent(embedded);
    if ("code" in content) {
      noteWarning(findings, { root, field: `${REFERENCE}/${EMBEDDED}`, element: embedded, ...content });
      return [];
    }
    const description = textAt(reference, "cbc:DocumentDescription");
    const filename = writeFilename({
      given: embedded.attributes.get("filename") ?? "",
      otherwise: `${number}-${index + 1}`,
      ending: ENDINGS.get(content.mimeType) ?? "bin",
    });
    return [
      { filename, ...content, ...(description === undefined ? {} : { description: cutWhole(description, 200) }) },
    ];
  });
}

type Content =
  | { readonly mimeType: string; readonly bytes: Uint8Array }
  | { readonly code: UblWarningCode; readonly message: string };

function readContent(embedded: XmlElement): Content {
  const said = (embedded.attributes.get("mimeCode") ?? "").trim().toLowerCase();
  if (!SAYS_NOTHING.has(said) && !ENDINGS.has(said)) {
    const message = `A document of type ${cutWhole(said, 60)} may not be in an invoice; it is left out.`;
    return { code: "document_type_not_allowed", message };
  }
  const base64 = embedded.text.replace(/\s+/g, "");
  if (base64.length > Math.ceil(LARGEST_DOCUMENT / 3) * 4) {
    return { code: "document_too_large", message: "The document is larger than 10 MB; it is left out." };
  }
  if (base64 === "" || base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) {
    return { code: "document_not_base64", message: "The document is not base64; it is left out." };
  }
  const bytes = new Uint8Array(Buffer.from(base64, "base64"));
  const mimeType = sniffDocument(bytes, said);
  if (mimeType) return { mimeType, bytes };
  return {
    code: "document_content_differs",
    message: "The document's content is not what its type says; it is left out.",
  };
}
