import type { AppLoadContext, EntryContext, ServerBuild } from "@remix-run/node";

type Visit = { readonly request: Request; readonly url: URL; readonly context: AppLoadContext };

/** Makes a page's HTML. Null when a loader answered something else than what the page shows. */
export type PlainPage = (visit: Visit) => Promise<string | null>;

/** What `entry.server.tsx` renders with. */
type PageRenderer = {
  readonly shownTo: (context: AppLoadContext) => object;
  readonly renderPage: (page: EntryContext, visit: { readonly url: URL }) => string;
};

type Routes = ServerBuild["routes"];
type Route = Routes[string];

/**
 * The pages that have a fixed address, by that address. For each request Remix tries the address on all routes, several
 * times, and copies what was loaded into a stream for scripts that these pages do not have. Here the loaders run and
 * their page is rendered, by the same modules.
 */
export function plainPages(build: ServerBuild): ReadonlyMap<string, PlainPage> {
  const pages = new Map<string, PlainPage>();
  for (const route of Object.values(build.routes)) {
    const branch = branchOf(route, build.routes);
    const path = `/${branch.flatMap(({ path: part }) => part || []).join("/")}`;
    const isFixed = !/[:*?]/.test(path) && !Object.values(build.routes).some(({ parentId }) => parentId === route.id);
    const isPage = route.module.default !== undefined && branch.every(({ module }) => module.headers === undefined);
    if (isFixed && isPage) pages.set(path, plainPage(build, { path, branch }));
  }
  return pages;
}

/** The route below those it stands in, the root first. */
function branchOf(route: Route, routes: Routes): Route[] {
  const parent = route.parentId === undefined ? undefined : routes[route.parentId];
  return parent ? [...branchOf(parent, routes), route] : [route];
}

function plainPage(build: ServerBuild, { path, branch }: { path: string; branch: readonly Route[] }): PlainPage {
  const { renderPage, shownTo } = build.entry.module as unknown as PageRenderer;
  const { assets, future, isSpaMode } = build;
  const entries = Object.entries(assets.routes).filter(([id]) => branch.some((route) => route.id === id));
  const modules = branch.map(({ id, module }) => [id, module]);
  const same = {
    manifest: { ...assets, routes: Object.fromEntries(entries) },
    routeModules: Object.fromEntries(modules) as EntryContext["routeModules"],
    future,
    isSpaMode,
    serializeError: ({ message }: Error) => ({ message }),
  };
  const matches = branch.map(({ id, parentId }) => {
    const pathname = parentId === undefined ? "/" : path;
    return { route: { id }, params: {}, pathname, pathnameBase: pathname };
  });

  return async ({ request, url, context }) => {
    const loaderData = await load(branch, { request, context });
    if (loaderData === null) return null;
    const location = { pathname: path, search: url.search, hash: "", state: null, key: "default" };
    const page = { ...same, renderMeta: {}, staticHandlerContext: { ...LOADED, location, matches, loaderData } };
    return renderPage(page, { url, ...shownTo(context) });
  };
}

/** A GET for which nothing but loaders ran, and all went well. */
const LOADED = {
  basename: "/",
  actionData: null,
  errors: null,
  statusCode: 200,
  loaderHeaders: {},
  actionHeaders: {},
  activeDeferreds: null,
};

/** What each route's loader answers, by the route's id; null when one of them answers more than an object to show. */
async function load(
  branch: readonly Route[],
  { request, context }: Omit<Visit, "url">,
): Promise<Record<string, unknown> | null> {
  const answers = await Promise.all(
    branch.map(async ({ module }) => (module.loader ? await module.loader({ request, params: {}, context }) : {})),
  );
  if (!answers.every(isNakedObject)) return null;
  return Object.fromEntries(branch.map(({ id }, index) => [id, answers[index]]));
}

function isNakedObject(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && Object.getPrototypeOf(answer) === Object.prototype;
}
