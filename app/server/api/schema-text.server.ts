/** A schema of the OpenAPI document, as far as its description needs it. */
export type JsonSchema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly description?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
};

/** A piece of a type in words; with `schema`, the name of what is described elsewhere. */
export type TypePart = { readonly text: string; readonly schema?: string };

export type FieldDescription = {
  /** With dots for what lies within, and `[]` for each of a list: `interest.type`, `schedule[].dueOn`. */
  readonly name: string;
  readonly required: boolean;
  readonly type: readonly TypePart[];
  readonly description: string;
};

/** A type in words: `list of Invoice`, `"open" or "paused"`, `text, at most 64 characters`. */
export function typeText(schema: JsonSchema): readonly TypePart[] {
  const name = schemaName(schema);
  if (name !== null) return [{ text: name, schema: name }];
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices) return joined(choices.map(typeText));
  if (schema.const !== undefined) return [{ text: JSON.stringify(schema.const) }];
  if (schema.enum) return [{ text: schema.enum.map((value) => JSON.stringify(value)).join(" or ") }];
  const types = [schema.type ?? "object"].flat();
  return joined(types.map((type) => plainType(type, schema)));
}

function plainType(type: string, schema: JsonSchema): readonly TypePart[] {
  switch (type) {
    case "array":
      return isObject(schema.items)
        ? [{ text: "list of objects" }]
        : [{ text: "list of " }, ...typeText(schema.items ?? {})];
    case "object":
      return typeof schema.additionalProperties === "object"
        ? [{ text: "object of " }, ...typeText(schema.additionalProperties)]
        : [{ text: "object" }];
    case "string":
      return [{ text: `${FORMATS[schema.format ?? ""] ?? "text"}${lengthText(schema)}` }];
    case "integer":
      return [{ text: `whole number${rangeText(schema)}` }];
    case "boolean":
      return [{ text: "true or false" }];
    default:
      return [{ text: `${type}${rangeText(schema)}` }];
  }
}

const isObject = (schema: JsonSchema | undefined): boolean => schema?.type === "object" && typeof schema.additionalProperties !== "object"; // prettier-ignore

const FORMATS: Readonly<Record<string, string>> = { date: "day", "date-time": "time", uri: "address", email: "mail address", binary: "file" }; // prettier-ignore

const lengthText = ({ maxLength }: JsonSchema): string => (maxLength === undefined ? "" : `, at most ${maxLength} characters`); // prettier-ignore

function rangeText({ minimum, maximum }: JsonSchema): string {
  // The largest whole number of JSON is no limit to speak of.
  const most = maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? null : maximum;
  const least = minimum === undefined || minimum <= Number.MIN_SAFE_INTEGER ? null : minimum;
  if (least !== null && most !== null) return `, ${least} to ${most}`;
  if (most !== null) return `, at most ${most}`;
  return least === null ? "" : `, at least ${least}`;
}

function joined(types: readonly (readonly TypePart[])[]): readonly TypePart[] {
  const distinct = types.filter((type, index) => types.findIndex((other) => sameType(other, type)) === index);
  return distinct.flatMap((type, index) => (index === 0 ? type : [{ text: " or " }, ...type]));
}

const sameType = (a: readonly TypePart[], b: readonly TypePart[]): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Every field of an object, and of what lies within and has no name of its own. */
export function fieldsOf(schema: JsonSchema, prefix = ""): readonly FieldDescription[] {
  if (schemaName(schema) !== null) return [];
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices) return merged(choices.map((choice) => fieldsOf(choice, prefix)));
  if (schema.items) return fieldsOf(schema.items, `${prefix.replace(/\.$/, "")}[].`);
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const name = `${prefix}${key}`;
    const required = schema.required?.includes(key) ?? false;
    return [
      { name, required, type: typeText(field), description: descriptionOf(field) },
      ...fieldsOf(field, `${name}.`),
    ];
  });
}

/** Of fields that come in several forms: all of their types, and required where every form has them. */
function merged(forms: readonly (readonly FieldDescription[])[]): readonly FieldDescription[] {
  const names = [...new Set(forms.flat().map(({ name }) => name))];
  return names.map((name) => {
    const found = forms.flatMap((form) => form.filter((field) => field.name === name));
    const required = found.length === forms.length && found.every((field) => field.required);
    const description = found.find((field) => field.description !== "")?.description ?? "";
    return { name, required, type: joined(found.map(({ type }) => type)), description };
  });
}

function descriptionOf(schema: JsonSchema): string {
  const fallback = schema.default === undefined ? "" : `Without it: \`${JSON.stringify(schema.default)}\`.`;
  return [schema.description ?? "", fallback].filter(Boolean).join(" ");
}

function schemaName({ $ref }: JsonSchema): string | null {
  return $ref === undefined ? null : $ref.replace("#/components/schemas/", "");
}
