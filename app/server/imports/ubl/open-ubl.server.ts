import { cutWhole } from "#app/server/platform/text/cut-whole.server.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { decodeXml } from "./decode-xml.server.ts";
import { readXml } from "./read-xml.server.ts";
import type { UblErrorCode, UblFinding } from "./ubl-reading.server.ts";
import type { XmlElement } from "./xml-element.server.ts";

const LARGEST_FILE = 20 * 1024 * 1024;
const ENVELOPE = "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader";
const ROOTS: ReadonlyMap<string, string> = new Map([
  ["Invoice", "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"],
  ["CreditNote", "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"],
]);

/**
 * The `Invoice` or `CreditNote` of UBL 2 in a file, taken out of its StandardBusinessDocument where it is in one.
 * Refuses files over 20 MB, what `decodeXml` and `readXml` refuse, other documents, and an envelope with several.
 */
export function openUbl(bytes: Uint8Array): Result<XmlElement, UblFinding<UblErrorCode>> {
  if (bytes.length > LARGEST_FILE)
    return refuse({ code: "too_large", line: 1, message: "The file is larger than 20 MB." });
  const text = decodeXml(bytes);
  if (!text.ok) return refuse(text.error);
  const root = readXml(text.value);
  if (!root.ok) return refuse(root.error);

  const payloads = isEnvelope(root.value)
    ? root.value.children.filter((child) => child.name !== "StandardBusinessDocumentHeader")
    : [root.value];
  const [document, second] = payloads;
  if (second)
    return refuse({ code: "several_documents", line: second.line, message: "The envelope holds several documents." });
  if (document && ROOTS.get(document.name) === document.namespace) return ok(document);
  const { name, line } = document ?? root.value;
  const message = `The document is "${cutWhole(name, 60)}", not an Invoice or CreditNote of UBL 2.`;
  return refuse({ code: "not_a_ubl_invoice", line, message });
}

const isEnvelope = (root: XmlElement): boolean =>
  root.name === "StandardBusinessDocument" && root.namespace === ENVELOPE;

function refuse(fault: { code: UblErrorCode; line: number; message: string }) {
  return err({ line: fault.line, field: "/", code: fault.code, message: fault.message });
}
