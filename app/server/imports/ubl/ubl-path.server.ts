import { cutWhole } from "#app/server/platform/text/cut-whole.server.ts";
import type { XmlElement } from "./xml-element.server.ts";

const NAMESPACES: Readonly<Record<string, string>> = {
  cac: "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
  cbc: "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
};

/** More than any field that is read may be long: what is longer must not take time. */
const LONGEST_TEXT = 10_000;

/**
 * The elements at a path such as `"cac:PaymentMeans/cbc:PaymentDueDate"` below `from`, in the order of the document.
 * `cac` and `cbc` stand for UBL's namespaces here, whatever prefixes the document chose.
 */
export function elementsAt(from: XmlElement, path: string): readonly XmlElement[] {
  return path.split("/").reduce<readonly XmlElement[]>(
    (found, step) => {
      const [prefix = "", name = ""] = step.split(":");
      return found.flatMap((element) =>
        element.children.filter((child) => child.name === name && child.namespace === NAMESPACES[prefix]),
      );
    },
    [from],
  );
}

export function elementAt(from: XmlElement, path: string): XmlElement | undefined {
  return elementsAt(from, path)[0];
}

/** The text of the first element at the path that is not empty, whitespace collapsed; undefined where all are. */
export function textAt(from: XmlElement, path: string): string | undefined {
  for (const element of elementsAt(from, path)) {
    const text = plainText(element);
    if (text !== "") return text;
  }
  return undefined;
}

/** An element's text with every run of whitespace as one space and none around it; at most its first 10,000 characters. */
export function plainText(element: XmlElement): string {
  return cutWhole(element.text.trim(), LONGEST_TEXT).replace(/\s+/g, " ").trim();
}

/** The line of the element at the path, or of the nearest element around it that is there. */
export function lineOf(from: XmlElement, path: string): number {
  let line = from.line;
  const steps = path.split("/");
  for (let depth = 1; depth <= steps.length; depth += 1) {
    line = elementAt(from, steps.slice(0, depth).join("/"))?.line ?? line;
  }
  return line;
}
