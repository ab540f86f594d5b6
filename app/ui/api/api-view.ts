/** A piece of a type in words; with `schema`, the name of an object that the page describes. */
export type TypePart = { readonly text: string; readonly schema?: string };

export type FieldView = {
  readonly name: string;
  readonly required: boolean;
  readonly type: readonly TypePart[];
  readonly description: string;
  /** Of a parameter: `path`, `query` or `header`. */
  readonly place?: string;
};

export type ContentView = {
  readonly mediaTypes: readonly string[];
  readonly type: readonly TypePart[];
  readonly fields: readonly FieldView[];
  /** As it would be sent, or null where a file is. */
  readonly example: string | null;
};

export type OperationView = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly scope: string;
  readonly parameters: readonly FieldView[];
  readonly body: (ContentView & { readonly required: boolean }) | null;
  readonly answers: readonly { readonly status: number; readonly description: string; readonly content: ContentView | null }[]; // prettier-ignore
  readonly problems: readonly { readonly status: number; readonly codes: readonly string[] }[];
};

export type ApiView = {
  readonly title: string;
  readonly version: string;
  readonly server: string;
  readonly introduction: string;
  readonly sections: readonly { readonly name: string; readonly operations: readonly OperationView[] }[];
  readonly schemas: readonly { readonly name: string; readonly description: string; readonly fields: readonly FieldView[] }[]; // prettier-ignore
  readonly scopes: readonly { readonly name: string; readonly operations: readonly string[] }[];
  readonly headers: readonly { readonly name: string; readonly description: string; readonly example: string }[];
  readonly problems: readonly { readonly code: string; readonly status: number; readonly title: string; readonly detail: string }[]; // prettier-ignore
};

export const sectionAnchor = (name: string): string => `section-${name.toLowerCase().replaceAll(" ", "-")}`;

export const schemaAnchor = (name: string): string => `schema-${name}`;

/** Where the `type` of a problem leads. */
export const problemAnchor = (code: string): string => `problem-${code}`;

export const scopeAnchor = (name: string): string => `scope-${name.replace(":", "-")}`;
