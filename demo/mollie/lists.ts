import { documentation, halLink, problem, type Answer } from "./answers.ts";

type Listed = { readonly id: string; readonly createdAt: number };

/**
 * A page of a list as the API gives it: newest first unless `sort=asc`, `limit` 1 to 250 (50 when absent), `from` the id
 * it starts with, `_links.next` and `_links.previous` null at the ends.
 */
export async function listAnswer<T extends Listed>({
  name,
  path,
  query,
  all,
  body,
}: {
  name: string;
  path: string;
  query: URLSearchParams;
  all: readonly T[];
  body: (item: T) => unknown;
}): Promise<Answer> {
  const limit = Number(query.get("limit") ?? "50");
  if (!Number.isInteger(limit) || limit < 1 || limit > 250) return problem(400, "Invalid limit value", "limit");
  const ordered = query.get("sort") === "asc" ? [...all] : [...all].reverse();
  const from = query.get("from");
  const start = from === null ? 0 : ordered.findIndex(({ id }) => id === from);
  if (start < 0) return problem(400, "Invalid cursor value", "from");

  function pageFrom(index: number) {
    const item = ordered[index];
    if (!item) return null;
    const page = new URLSearchParams(query);
    page.set("from", item.id);
    page.set("limit", String(limit));
    return halLink(`${path}?${page.toString()}`);
  }

  const items = await Promise.all(ordered.slice(start, start + limit).map(body));
  return {
    status: 200,
    body: {
      count: items.length,
      _embedded: { [name]: items },
      _links: {
        self: halLink(query.size > 0 ? `${path}?${query.toString()}` : path),
        previous: start === 0 ? null : pageFrom(Math.max(0, start - limit)),
        next: pageFrom(start + limit),
        ...documentation(`list-${name}`),
      },
    },
  };
}
