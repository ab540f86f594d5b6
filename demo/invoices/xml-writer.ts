/** An element to write: its name, its text or its children, its attributes. `null` children are left out. */
export type XmlNode = readonly [
  name: string,
  content: string | readonly (XmlNode | null)[],
  attributes?: Readonly<Record<string, string>>,
];

/** The XML of an element, one element a line. */
export function writeXml(node: XmlNode, indent = ""): string {
  const [name, content, attributes = {}] = node;
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`);
  const start = `${indent}<${name}${written.join("")}>`;
  if (typeof content === "string") return `${start}${escape(content)}</${name}>\n`;
  const children = content.map((child) => (child ? writeXml(child, `${indent}  `) : ""));
  return `${start}\n${children.join("")}${indent}</${name}>\n`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
