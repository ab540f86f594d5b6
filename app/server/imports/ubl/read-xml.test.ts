import fc from "fast-check";
import { XMLParser } from "fast-xml-parser";
import { expect, test } from "vitest";
import { readXml } from "./read-xml.server.ts";
import type { XmlElement } from "./xml-element.server.ts";

test("names, namespaces, attributes, text and lines", () => {
  const read = readXml(
    `<?xml version="1.0"?>\r\n<!-- a > b -->\r\n<p:a xmlns:p="urn:p" xmlns="urn:d" x='1 &lt; 2' p:y="z">\r\n  t&amp;<![CDATA[<&amp;]]>&#233;&#x20AC;<b xmlns=""/>\r\n  <p:b>\n</p:b></p:a>\r\n<?end?>`,
  );
  expect(read).toEqual({
    ok: true,
    value: {
      name: "a",
      namespace: "urn:p",
      line: 3,
      attributes: new Map([["x", "1 < 2"]]),
      text: "\n  t&<&amp;é€\n  ",
      children: [
        { name: "b", namespace: null, line: 4, attributes: new Map(), text: "", children: [] },
        { name: "b", namespace: "urn:p", line: 5, attributes: new Map(), text: "\n", children: [] },
      ],
    },
  });
});

const billionLaughs = `<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY lol "lol">${[..."123456789"].map((n) => `<!ENTITY lol${n} "${`&lol${Number(n) - 1 || ""};`.repeat(10)}">`).join("")}]>
<lolz>&lol9;</lolz>`;
const quadraticBlowUp = `<!DOCTYPE a [<!ENTITY x "${"x".repeat(1_000_000)}">]><a>${"&x;".repeat(100_000)}</a>`;

test.each([
  ["billion laughs", billionLaughs, "doctype_not_allowed", 2],
  ["quadratic blow-up", quadraticBlowUp, "doctype_not_allowed", 1],
  [
    "an external entity",
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<a>&x;</a>',
    "doctype_not_allowed",
    1,
  ],
  [
    "a parameter entity",
    '<a/>\n<!DOCTYPE a [<!ENTITY % x SYSTEM "http://localhost/x"> %x;]>',
    "doctype_not_allowed",
    2,
  ],
  ["a declaration inside", "<a>\n<!ENTITY x 'y'></a>", "doctype_not_allowed", 2],
  ["an unknown entity", "<a>\n\n&nbsp;</a>", "entity_not_allowed", 3],
  ["an unknown entity in an attribute", "<a\nb='&xxe;'/>", "entity_not_allowed", 1],
  ["an entity named like an object's own", "<a>&constructor;</a>", "entity_not_allowed", 1],
  ["deep nesting", "<a>".repeat(65), "too_deep", 1],
  ["very deep nesting", "<a>\n".repeat(1_000_000), "too_deep", 65],
  ["many elements", `<a>${"<b/>".repeat(250_000)}</a>`, "too_many_elements", 1],
  ["a null", "<a>\n\u0000</a>", "control_character", 2],
  ["a referenced null", "<a>\n&#0;</a>", "control_character", 2],
  ["a referenced half character", "<a>&#xD800;</a>", "control_character", 1],
  ["a number that is no character", "<a>&#9999999;</a>", "control_character", 1],
  ["a bare ampersand", "<a>\nb & c</a>", "malformed_xml", 2],
  ["nothing", "", "malformed_xml", 1],
  ["only text", "\n\nhallo", "malformed_xml", 3],
  ["text behind", "<a/>\nhallo", "malformed_xml", 2],
  ["CDATA behind", "<a/>\n<![CDATA[x]]>", "malformed_xml", 2],
  ["two roots", "<a/>\n<b/>", "malformed_xml", 2],
  ["a wrong end tag", "<a>\n<b>\n</a>", "malformed_xml", 3],
  ["an end tag too many", "<a></a>\n</a>", "malformed_xml", 2],
  ["an end tag that is missing", "<a>\n<b></b>", "malformed_xml", 1],
  ["half a tag", "<a>\n<b", "malformed_xml", 2],
  ["half a comment", "<a>\n<!-- ", "malformed_xml", 2],
  ["half a CDATA section", "<a>\n<![CDATA[ ", "malformed_xml", 2],
  ["half a processing instruction", "<a>\n<?x ", "malformed_xml", 2],
  ["a quote too few", "<a b='/>", "malformed_xml", 1],
  ["an attribute without a value", "<a b/>", "malformed_xml", 1],
  ["an attribute twice", "<a b='1' b='2'/>", "malformed_xml", 1],
  ["attributes without a space", "<a b='1'c='2'/>", "malformed_xml", 1],
  ["a prefix that is not declared", "<a>\n<b:c/></a>", "malformed_xml", 2],
  ["a late declaration", ' <?xml version="1.0"?><a/>', "malformed_xml", 1],
  ["a name of digits", "<1/>", "malformed_xml", 1],
  ["an endless tag", `<a ${"b".repeat(10_000_000)}`, "malformed_xml", 1],
  ["endless spaces in a tag", `<a ${" ".repeat(60_000)}!>`, "malformed_xml", 1],
  ["many comments that are not closed", "<!--".repeat(1_000_000), "malformed_xml", 1],
  ["many ampersands", `<a>${"&".repeat(1_000_000)}</a>`, "malformed_xml", 1],
])("%s is refused", (_name, text, code, line) => {
  expect(readXml(text)).toMatchObject({ ok: false, error: { code, line } });
});

test("reserved names of JavaScript are names like any other", () => {
  const read = readXml("<constructor><__proto__ toString='x'>y</__proto__></constructor>");
  expect(read).toMatchObject({
    ok: true,
    value: { name: "constructor", children: [{ name: "__proto__", text: "y" }] },
  });
});

test("twenty million characters of text are read", () => {
  const read = readXml(`<a>${"QUJD\n".repeat(4_000_000)}<b/></a>`);
  expect(read).toMatchObject({ ok: true, value: { children: [{ line: 4_000_001 }] } });
});

type Tree = { name: string; text: string; children: Tree[] };

const name = fc.constantFrom("a", "b", "Invoice", "ID", "x-y", "é");
const text = fc.string({ unit: fc.constantFrom("a", " ", "&", "<", ">", '"', "é", "€", "\n") });
const tree: (depth?: number) => fc.Arbitrary<Tree> = fc.memo((depth) =>
  fc.record({ name, text, children: depth <= 1 ? fc.constant([]) : fc.array(tree(), { maxLength: 3 }) }),
);

const escaped = (value: string) => value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const written = (node: Tree): string =>
  `<${node.name}>${escaped(node.text)}${node.children.map(written).join("")}</${node.name}>`;
const readTree = (element: XmlElement): Tree => ({
  name: element.name,
  text: element.text,
  children: element.children.map(readTree),
});

type Ordered = Record<string, Ordered[] | string>;

function otherTree(node: Ordered): Tree {
  const [found = "", content = []] = Object.entries(node)[0] ?? [];
  const parts = typeof content === "string" ? [] : content;
  const texts = parts.map((part) => part["#text"]).filter((part) => typeof part === "string");
  return { name: found, text: texts.join(""), children: parts.filter((part) => !("#text" in part)).map(otherTree) };
}

test("what was written is read back, as another reader reads it", () => {
  const other = new XMLParser({ preserveOrder: true, trimValues: false, parseTagValue: false });
  fc.assert(
    fc.property(tree(4), (expected) => {
      const xml = written(expected);
      const read = readXml(xml);
      expect(read.ok && readTree(read.value)).toEqual(expected);
      expect(otherTree(other.parse(xml)[0])).toEqual(expected);
    }),
  );
});
