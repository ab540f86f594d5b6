import { cutWhole } from "#app/server/platform/text/cut-whole.server.ts";
import { parseLocalDate, type LocalDate } from "#app/domain/calendar.ts";
import { noteError } from "./note-finding.server.ts";
import { plainText } from "./ubl-path.server.ts";
import type { UblFindings } from "./ubl-reading.server.ts";
import type { XmlElement } from "./xml-element.server.ts";

type DayPlace = { root: XmlElement; field: string; element: XmlElement | undefined; findings: UblFindings };

/** An `xs:date` as a calendar day, its time zone left off; undefined, with an error noted, where it is missing or no day. */
export function readDay({ root, field, element, findings }: DayPlace): LocalDate | undefined {
  const text = element ? plainText(element) : "";
  if (text === "") {
    noteError(findings, { root, field, element, code: "missing", message: "The date is missing." });
    return undefined;
  }
  const parsed = parseLocalDate(text.replace(/(?:Z|[+-]\d{2}:\d{2})$/, ""));
  if (parsed.ok) return parsed.value;
  const message = `"${cutWhole(text, 40)}" is not a day; write it as 2026-11-22.`;
  noteError(findings, { root, field, element, code: "not_a_day", message });
  return undefined;
}
