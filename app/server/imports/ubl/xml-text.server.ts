import { err, ok, type Result } from "#app/domain/result.ts";

const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{1,40}));|&/g;

/** What XML 1.0 does not allow in a document: control characters but tab and line ends, U+FFFE and U+FFFF. */
export const FORBIDDEN_CHARACTER = /[^\t\n\r\u0020-\uFFFD]/;

export type XmlTextFault = {
  readonly code: "control_character" | "entity_not_allowed" | "malformed_xml";
  readonly at: number;
  readonly message: string;
};

/** Text with its references replaced: the five predefined entities and numbers, each once. Nothing else expands. */
export function decodeReferences(text: string): Result<string, XmlTextFault> {
  if (!text.includes("&")) return ok(text);
  const decoded: string[] = [];
  let done = 0;
  for (const match of text.matchAll(REFERENCE)) {
    const character = referenced(match);
    if (!character.ok) return err({ ...character.error, at: match.index });
    decoded.push(text.slice(done, match.index), character.value);
    done = match.index + match[0].length;
  }
  decoded.push(text.slice(done));
  return ok(decoded.join(""));
}

function referenced(match: RegExpMatchArray): Result<string, Omit<XmlTextFault, "at">> {
  const [whole, decimal, hexadecimal, name] = match;
  if (name !== undefined) {
    const character = PREDEFINED.get(name);
    if (character) return ok(character);
    return err({ code: "entity_not_allowed", message: `The entity ${whole} is not allowed.` });
  }
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
  if (Number.isNaN(code)) return err({ code: "malformed_xml", message: 'A "&" must be written as "&amp;".' });
  if (isCharacter(code)) return ok(String.fromCodePoint(code));
  return err({ code: "control_character", message: `The character ${whole} is not allowed.` });
}

function isCharacter(code: number): boolean {
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return false;
  return !FORBIDDEN_CHARACTER.test(String.fromCodePoint(code));
}
