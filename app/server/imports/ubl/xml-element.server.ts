/** An element of a document that was read: names are local, the namespace is resolved, text is decoded. */
export type XmlElement = {
  readonly name: string;
  readonly namespace: string | null;
  /** Line of its start tag in the file, counted from 1. */
  readonly line: number;
  /** Attributes without a prefix; those of other namespaces are left out. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, CDATA included, that of its children not. */
  readonly text: string;
};

export type XmlFaultCode =
  | "control_character"
  | "doctype_not_allowed"
  | "encoding_broken"
  | "encoding_not_supported"
  | "entity_not_allowed"
  | "malformed_xml"
  | "too_deep"
  | "too_large"
  | "too_many_elements";

/** Why bytes are not a document that we read. */
export type XmlFault = { readonly code: XmlFaultCode; readonly line: number; readonly message: string };
