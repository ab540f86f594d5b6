import { type AppLoadContext, data, redirect } from "@remix-run/node";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { countAccess, enterByLink, findLink, type LinkKey } from "./open-link.server.ts";
import type { FoundLink } from "./link-record.server.ts";
import { maskedNewLinkWay, type MaskedWay } from "./new-link-way.server.ts";
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

/** `to`: where a new link goes or went, of a link that is too old. */
type Shown = { kind: LinkPageKind; to?: MaskedWay | null };

type Visit = { request: Request; context: AppLoadContext; key: LinkKey };

/** What a GET of a link shows: nothing about whose it is, and nothing changes but a count. */
export async function showLink({ request, context, key }: Visit) {
  const shown = await look(context.app, { key, from: context.clientAddress });
  return answer(shown, { request, context });
}

/** The button under a link: opens a session, or sends a new link for one that is genuine but too old. */
export async function pressLink({ request, context, key }: Visit) {
  const { app, clientAddress } = context;
  const form = await readForm(request);
  if (await isBusyAt(app, clientAddress)) return answer({ kind: "busy" }, { request, context });
  const found = await findLink(app, key);
  if (found.kind === "expired" && form.get("intent") === "new-link") {
    const to = await maskedNewLinkWay(app, found.link);
    await requestNewLink(app, { link: found.link, clientAddress });
    return answer({ kind: to === null ? "expired" : "sent", to }, { request, context });
  }
  const token = found.kind === "valid" ? await enterByLink(app, found.link) : null;
  if (token === null) return answer(await refuse(app, { found, from: clientAddress }), { request, context });
  const cookie = debtorCookie.write(token, { keys: app.keys, now: app.clock.now() });
  return redirect("/claim", { status: 303, headers: { "Set-Cookie": cookie } });
}

async function look(app: Services, { key, from }: { key: LinkKey; from: string }): Promise<Shown> {
  if (!(await countLook(app, from)) || (await isBusyAt(app, from))) return { kind: "busy" };
  const found = await findLink(app, key);
  if (found.kind !== "valid") return refuse(app, { found, from });
  await countAccess(app, found.link);
  return { kind: "valid" };
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

async function refuse(app: Services, { found, from }: { found: FoundLink; from: string }): Promise<Shown> {
  if (found.kind === "expired") return { kind: "expired", to: await maskedNewLinkWay(app, found.link) };
  await refuseWrongLink(app, from);
  return { kind: "refused" };
}

function answer(shown: Shown, { request, context }: { request: Request; context: AppLoadContext }) {
  const page = { language: pageLanguage(context), title: titleOf(shown), path: pagePath(request), ...shown };
  return data(page, { status: STATUS[shown.kind] });
}

const titleOf = ({ kind, to }: Shown) =>
  kind === "sent" && to?.channel === "sms" ? ("newLink.titleSms" as const) : TITLES[kind];
