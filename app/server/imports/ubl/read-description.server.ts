import { cutWhole } from "#app/server/platform/text/cut-whole.server.ts";
import { textAt } from "./ubl-path.server.ts";
import type { XmlElement } from "./xml-element.server.ts";

const LONGEST = 200;
const LONGEST_NOTE = 140;

/** What the invoice is for, in its own words: a short note, else its first line, else its order number, else its number. */
export function readDescription(root: XmlElement, number: string): string {
  const note = textAt(root, "cbc:Note");
  // Longer notes are terms of delivery, which tell a debtor nothing.
  if (note !== undefined && note.length <= LONGEST_NOTE) return note;
  return readFirstLine(root) ?? cutWhole(textAt(root, "cac:OrderReference/cbc:ID") ?? number, LONGEST);
}

/** The name, else the description, of what stands on the first line. */
export function readFirstLine(root: XmlElement): string | undefined {
  const line = root.name === "CreditNote" ? "cac:CreditNoteLine" : "cac:InvoiceLine";
  const text = textAt(root, `${line}/cac:Item/cbc:Name`) ?? textAt(root, `${line}/cac:Item/cbc:Description`);
  return text === undefined || text.length <= LONGEST ? text : `${cutWhole(text, LONGEST - 1)}…`;
}
