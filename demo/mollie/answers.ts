import { API_URL } from "./simulation.ts";

export type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON for the API, text for pages, null for an answer without a body. */
  readonly body: unknown;
};

const TITLES: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized Request",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  422: "Unprocessable Entity",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

/** An error as the API writes it (HAL): status, title, detail, and the field where there is one. */
export function problem(status: number, detail: string, field?: string): Answer {
  return {
    status,
    body: {
      status,
      title: TITLES[status] ?? "Error",
      detail,
      ...(field === undefined ? {} : { field }),
      _links: { documentation: htmlLink("https://docs.mollie.com/overview/handling-errors") },
    },
  };
}

export function notFound(kind: string, id: string): Answer {
  return problem(404, `No ${kind} exists with token ${id}.`);
}

export type Link = { readonly href: string; readonly type: string };

export function halLink(path: string): Link {
  return { href: `${API_URL}${path}`, type: "application/hal+json" };
}

export function htmlLink(href: string): Link {
  return { href, type: "text/html" };
}

export function documentation(page: string): { documentation: Link } {
  return { documentation: htmlLink(`https://docs.mollie.com/reference/${page}`) };
}
