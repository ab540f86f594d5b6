import { Fragment } from "react";
import { type FieldView, schemaAnchor, type TypePart } from "./api-view.ts";
import { Code, MarkedText } from "./marked-text.tsx";

/** Fields or parameters, one below the other: name, type, whether it must be there, what it means. */
export function FieldList({ fields }: { fields: readonly FieldView[] }) {
  return (
    <ul className="mb-4 text-small">
      {fields.map(({ name, place, required, type, description }) => (
        <li key={`${place}-${name}`} className="border-b border-line py-2 last:border-b-0">
          <strong>
            <Code>{name}</Code>
          </strong>{" "}
          <span className="text-ink-soft">
            {place !== undefined && place !== "query" ? `in the ${place}, ` : ""}
            <TypeWords type={type} />
            {required ? ", required" : ""}
          </span>
          {description !== "" && (
            <span className="block">
              <MarkedText>{description}</MarkedText>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A type in words, where an object leads to its description. */
export function TypeWords({ type }: { type: readonly TypePart[] }) {
  return type.map(({ text, schema }, index) => (
    <Fragment key={index}>{schema === undefined ? text : <a href={`#${schemaAnchor(schema)}`}>{text}</a>}</Fragment>
  ));
}
