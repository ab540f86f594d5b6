import type { z } from "zod";
import type { ApiScope } from "#app/server/creditors/api-scopes.server.ts";
import type { ProblemCode } from "./problem-catalogue.server.ts";

export type ApiMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export type AnswerDescription = {
  readonly description: string;
  /** Absent: the answer has no body. */
  readonly schema?: z.ZodType;
  readonly example?: unknown;
  /** A file of whatever type, or of that one, in place of JSON. */
  readonly file?: true | "text/csv";
};

/** A JSON body by its schema, perhaps a form with files in its place, or a file as it is, stored while it comes in. */
export type BodyDescription<Body> =
  | {
      readonly kind: "json";
      readonly schema: z.ZodType<Body>;
      readonly example?: unknown;
      readonly optional?: true;
      /** Where it may come as multipart/form-data too: its fields with `files`. */
      readonly form?: z.ZodType<Body>;
    }
  | {
      readonly kind: "file";
      readonly schema: z.ZodType<Body>;
      readonly mediaTypes: readonly string[];
      /** For each media type. */
      readonly largestBytes: Readonly<Record<string, number>>;
    };

/** The policy of one route and method as data: what is checked, what is answered, and so what the documentation says. */
export type ApiOperation<Params = unknown, Query = unknown, Body = unknown> = {
  readonly id: string;
  readonly method: ApiMethod;
  /** Below `/api/v1`, parameters in braces: `/claims/{claim}`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly scope: ApiScope;
  readonly params?: z.ZodType<Params> & z.ZodObject;
  readonly query?: z.ZodType<Query> & z.ZodObject;
  readonly body?: BodyDescription<Body>;
  readonly answers: Readonly<Record<number, AnswerDescription>>;
  /** Besides those that every route shares. */
  readonly problems: readonly ProblemCode[];
  /** Where the created object is found, below `/api/v1`, from the body of a 201 or 202. */
  readonly location?: (body: { readonly id: string }) => string;
};

/** Only keeps the types of the schemas together with the policy. */
export function defineOperation<Params = Record<string, never>, Query = Record<string, never>, Body = undefined>(
  operation: ApiOperation<Params, Query, Body>,
): ApiOperation<Params, Query, Body> {
  return operation;
}
