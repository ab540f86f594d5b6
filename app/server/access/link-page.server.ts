import { type AppLoadContext, data, redirect } from "@remix-run/node";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { countAccess, enterByLink, findLink, type LinkKey } from "./open-link.server.ts";
import { pageLanguage, pagePath } from "./page-language.server.ts";
import { requestNewLink } from "./request-new-link.server.ts";
import { debtorCookie } from "./session-cookie.server.ts";

const LOOKS = { name: "link-look", points: 200, seconds: 60 };
const WRONG_LINKS = { name: "link-wrong", points: 30, seconds: 600 };

const TITLES = {
  valid: "landing.valid.title",
  expired: "landing.expired.title",
  refused: "landing.refused.title",
  busy: "landing.busy.title",
  sent: "newLink.title",
} as const;

const STATUS = { valid: 200, expired: 410, refused: 404, busy: 429, sent: 200 } as const;

type LinkPageKind = keyof typeof TITLES;

type Visit = { request: Request; context: AppLoadContext; key: LinkKey };

/** What a GET of a link shows: nothing about whose it is, and nothing changes but a count. */
export async function showLink({ request, context, key }: Visit) {
  const kind = await look(context.app, { key, from: context.clientAddress });
  return answer(kind, { request, context });
}

/** The button under a link: opens a session, or sends a new link for one that is genuine but too old. */
export async function pressLink({ request, context, key }: Visit) {
  const { app, clientAddress } = context;
  const form = await readForm(request);
  if (await isBusyAt(app, clientAddress)) return answer("busy", { request, context });
  const found = await findLink(app, key);
  if (found.kind === "expired" && form.get("intent") === "new-link") {
    await requestNewLink(app, { link: found.link, clientAddress });
    return answer("sent", { request, context });
  }
  const token = found.kind === "valid" ? await enterByLink(app, found.link) : null;
  if (token === null) return answer(await refuse(app, { kind: found.kind, from: clientAddress }), { request, context });
  const cookie = debtorCookie.write(token, { keys: app.keys, now: app.clock.now() });
  return redirect("/claim", { status: 303, headers: { "Set-Cookie": cookie } });
}

async function look(app: Services, { key, from }: { key: LinkKey; from: string }): Promise<LinkPageKind> {
  if (!(await countLook(app, from)) || (await isBusyAt(app, from))) return "busy";
  const found = await findLink(app, key);
  if (found.kind === "valid") await countAccess(app, found.link);
  return found.kind === "refused" ? refuse(app, { kind: found.kind, from }) : found.kind;
}

/** Counts a look at a link; answers whether there may be more of them. */
export async function countLook(app: Services, from: string): Promise<boolean> {
  return (await app.limiter.count(LOOKS, from)).allowed;
}

/** Whether too many wrong links came from there. */
export async function isBusyAt(app: Services, from: string): Promise<boolean> {
  return !(await app.limiter.look(WRONG_LINKS, from)).allowed;
}

export async function refuseWrongLink(app: Services, from: string): Promise<void> {
  await app.limiter.count(WRONG_LINKS, from);
}

async function refuse(
  app: Services,
  { kind, from }: { kind: "valid" | "expired" | "refused"; from: string },
): Promise<LinkPageKind> {
  if (kind === "expired") return kind;
  await refuseWrongLink(app, from);
  return "refused";
}

function answer(kind: LinkPageKind, { request, context }: { request: Request; context: AppLoadContext }) {
  const page = { language: pageLanguage(context), title: TITLES[kind], path: pagePath(request), kind };
  return data(page, { status: STATUS[kind] });
}
