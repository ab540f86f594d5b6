import { cutWhole } from "#app/server/platform/text/cut-whole.server.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { XmlFaultCode } from "./xml-element.server.ts";
import { decodeReferences } from "./xml-text.server.ts";

const MAX_TAG_LENGTH = 65_536;

const NAME = "[A-Za-z_\\u00C0-\\uD7FF\\uF900-\\uFFFD][-.\\w\\u00B7-\\uD7FF\\uF900-\\uFFFD]*";
const QUALIFIED_NAME = `${NAME}(?::${NAME})?`;
const START_TAG = new RegExp(`^<(${QUALIFIED_NAME})((?:\\s+${QUALIFIED_NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*/?>$`);
const END_TAG = new RegExp(`^</(${QUALIFIED_NAME})\\s*>$`);
const ATTRIBUTE = new RegExp(`(${QUALIFIED_NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "g");
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** The namespaces in force at an element: those it declares, then those around it. */
export type Scope = { readonly declared: ReadonlyMap<string, string>; readonly outer: Scope | null };

export const OUTERMOST: Scope = { declared: new Map([["xml", "http://www.w3.org/XML/1998/namespace"]]), outer: null };

export type StartTag = {
  readonly qualifiedName: string;
  readonly name: string;
  readonly namespace: string | null;
  readonly attributes: ReadonlyMap<string, string>;
  readonly scope: Scope;
};

export type TagFault = { readonly code: XmlFaultCode; readonly message: string };

/** Where the tag that starts at `start` ends, null where it does not; a `>` inside quotes does not end it. */
export function tagEnd(text: string, start: number): number | null {
  const limit = Math.min(text.length, start + MAX_TAG_LENGTH);
  let quote = "";
  for (let at = start + 1; at < limit; at += 1) {
    const character = text.charAt(at);
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === ">") {
      return at + 1;
    } else if (character === '"' || character === "'") {
      quote = character;
    }
  }
  return null;
}

/** The name in `</name>`, null where it is no end tag. */
export function endTagName(tag: string): string | null {
  return END_TAG.exec(tag)?.[1] ?? null;
}

/** Reads `<name …>` with the namespaces in force around it. Attributes with a prefix are checked and left out. */
export function readStartTag(tag: string, outer: Scope): Result<StartTag, TagFault> {
  const [, qualifiedName, attributeText] = START_TAG.exec(tag) ?? [];
  if (!qualifiedName) return malformed(`The tag ${shownTag(tag)} is not well-formed.`);
  const attributes = readAttributes(attributeText ?? "");
  if (!attributes.ok) return attributes;

  const scope = declareNamespaces(attributes.value, outer);
  const [prefix, name] = splitName(qualifiedName);
  const namespace = namespaceOf(prefix, scope);
  if (prefix !== "" && namespace === null) return malformed(`The prefix ${prefix} is not declared.`);

  return ok({ qualifiedName, name, namespace, attributes: withoutPrefix(attributes.value), scope });
}

/** The tag as it is quoted in a message. */
export const shownTag = (tag: string): string => (tag.length > 60 ? `${cutWhole(tag, 60)}…` : tag);

function readAttributes(text: string): Result<ReadonlyMap<string, string>, TagFault> {
  if (text === "") return ok(NO_ATTRIBUTES);
  const attributes = new Map<string, string>();
  for (const [, name = "", doubleQuoted, singleQuoted] of text.matchAll(ATTRIBUTE)) {
    if (attributes.has(name)) return malformed(`The attribute ${name} is repeated.`);
    const value = decodeReferences(doubleQuoted ?? singleQuoted ?? "");
    if (!value.ok) return value;
    attributes.set(name, value.value);
  }
  return ok(attributes);
}

function withoutPrefix(attributes: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  if (attributes.size === 0) return NO_ATTRIBUTES;
  return new Map([...attributes].filter(([name]) => name !== "xmlns" && !name.includes(":")));
}

function declareNamespaces(attributes: ReadonlyMap<string, string>, outer: Scope): Scope {
  if (attributes.size === 0) return outer;
  const declared = new Map<string, string>();
  for (const [name, value] of attributes) {
    if (name === "xmlns") declared.set("", value);
    if (name.startsWith("xmlns:")) declared.set(name.slice("xmlns:".length), value);
  }
  return declared.size === 0 ? outer : { declared, outer };
}

function namespaceOf(prefix: string, scope: Scope): string | null {
  for (let at: Scope | null = scope; at; at = at.outer) {
    const namespace = at.declared.get(prefix);
    if (namespace !== undefined) return namespace === "" ? null : namespace;
  }
  return null;
}

function splitName(qualifiedName: string): [prefix: string, name: string] {
  const colon = qualifiedName.indexOf(":");
  return colon < 0 ? ["", qualifiedName] : [qualifiedName.slice(0, colon), qualifiedName.slice(colon + 1)];
}

function malformed(message: string) {
  return err({ code: "malformed_xml" as const, message });
}
