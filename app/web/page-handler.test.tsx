import { type AppLoadContext, createRequestHandler, type LoaderFunctionArgs, type ServerBuild } from "@remix-run/node";
import { Meta, Outlet, useLoaderData, useLocation, useMatches } from "@remix-run/react";
import { expect, test } from "vitest";
import * as entry from "#app/entry.server.tsx";
import { createPageHandler } from "./page-handler.ts";
import { plainPages } from "./plain-pages.ts";

type Asked = { cents: bigint };

let loads = 0;

const root = {
  loader: () => ({ language: "nl" }),
  default: function Root() {
    const { pathname, search } = useLocation();
    const seen = useMatches().map(({ pathname: at, data }) => `${at}${Object.keys(data ?? {}).join()}`);
    return (
      <html lang={useLoaderData<{ language: string }>().language}>
        <head>
          <Meta />
        </head>
        <body>
          {pathname} {search} {seen.join(" ")} <Outlet />
        </body>
      </html>
    );
  },
  ErrorBoundary: () => <p>error</p>,
};

const claim = {
  loader: ({ request }: LoaderFunctionArgs) => {
    loads += 1;
    const asked = new URL(request.url).searchParams.get("cents");
    if (asked === "401") throw new Response(null, { status: 401 });
    if (asked === "303") return new Response(null, { status: 303, headers: { Location: "/help" } });
    return { cents: BigInt(asked ?? 1) };
  },
  meta: ({ data }: { data: Asked }) => [{ title: `Open: ${data.cents}` }],
  default: function Claim() {
    return <p>{`${useLoaderData<Asked>().cents} & more`}</p>;
  },
};

const other = { default: () => <p>other</p>, headers: () => ({ Refresh: "3" }) };

const build = buildOf({
  root: { id: "root", path: "", module: root },
  claim: { id: "claim", parentId: "root", path: "claim", index: true, module: claim },
  letter: { id: "letter", parentId: "root", path: "claim/letters/:letterId", module: claim },
  waiting: { id: "waiting", parentId: "root", path: "waiting", module: other },
  file: { id: "file", parentId: "root", path: "claim/file", module: { loader: claim.loader } },
});
const context = { nonce: "n" } as AppLoadContext;
const remix = createRequestHandler(build, "production");
const pages = createPageHandler(build);

function ask(path: string, init: RequestInit = {}) {
  const url = new URL(path, "http://localhost");
  return pages({ request: new Request(url, init), url, context });
}

test("only pages with a fixed address and no headers of their own are plain", () => {
  expect([...plainPages(build).keys()]).toEqual(["/claim"]);
});

test("a plain page is the page that Remix makes, to the byte", async () => {
  const answer = await ask("/claim?cents=250");
  const byRemix = await remix(new Request("http://localhost/claim?cents=250"), context);
  expect(answer.body).toBe(await byRemix.text());
  expect(answer.body).toContain("<title>Open: 250</title>");
  expect(answer.body).toContain("<p>250 &amp; more</p>");
  expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, byRemix.headers.get("Content-Type")]);
});

test("what is no page is answered by Remix, after its loaders ran again", async () => {
  loads = 0;
  expect((await ask("/claim?cents=401")).status).toBe(401);
  expect(loads).toBe(2);
  const moved = await ask("/claim?cents=303");
  expect([moved.status, moved.headers.get("Location")]).toEqual([303, "/help"]);
});

test("other addresses and other methods are answered by Remix", async () => {
  expect(await ask("/claim/letters/1?cents=2")).toBeInstanceOf(Response);
  expect(await ask("/claim", { method: "HEAD" })).toBeInstanceOf(Response);
  expect((await ask("/waiting")).headers.get("Refresh")).toBe("3");
});

/** What the compiler would make of these routes. */
function buildOf(
  routes: Record<string, { id: string; parentId?: string; path: string; index?: boolean; module: object }>,
) {
  const future = {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: true,
    v3_singleFetch: true,
    v3_routeConfig: true,
  };
  const manifest = Object.values(routes).map(({ module, ...route }) => [
    route.id,
    { ...route, hasLoader: "loader" in module, hasAction: false, module: "/page.js" },
  ]);
  return {
    mode: "production",
    entry: { module: { ...entry, handleError: () => undefined } },
    routes,
    assets: {
      version: "1",
      url: "/manifest.js",
      entry: { module: "", imports: [] },
      routes: Object.fromEntries(manifest),
    },
    basename: "/",
    publicPath: "/",
    assetsBuildDirectory: "",
    future,
    isSpaMode: false,
  } as unknown as ServerBuild;
}
