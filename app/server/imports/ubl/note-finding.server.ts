import { lineOf } from "./ubl-path.server.ts";
import type { UblErrorCode, UblFindings, UblWarningCode } from "./ubl-reading.server.ts";
import type { XmlElement } from "./xml-element.server.ts";

type Place = { readonly root: XmlElement; readonly field: string; readonly element?: XmlElement | undefined };

/** Notes why the document is refused, at the element of `field`, else at the nearest one around where it should be. */
export function noteError(findings: UblFindings, place: Place & { code: UblErrorCode; message: string }): void {
  findings.errors.push({ line: lineIn(place), field: place.field, code: place.code, message: place.message });
}

/** Notes what a person should know about a document that is used all the same. */
export function noteWarning(findings: UblFindings, place: Place & { code: UblWarningCode; message: string }): void {
  findings.warnings.push({ line: lineIn(place), field: place.field, code: place.code, message: place.message });
}

function lineIn({ root, field, element }: Place): number {
  return element?.line ?? lineOf(root, field);
}
