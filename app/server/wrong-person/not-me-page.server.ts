import { type AppLoadContext, data, redirect } from "@remix-run/node";
import { countLook, isBusyAt, refuseWrongLink } from "#app/server/access/link-page.server.ts";
import { findLink, type LinkKey } from "#app/server/access/open-link.server.ts";
import { pageLanguage, pagePath } from "#app/server/access/page-language.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { isWrongPersonAnswer, reportWrongPerson } from "./report-wrong-person.server.ts";

type Visit = { request: Request; context: AppLoadContext; key: LinkKey };

const TITLES = {
  ask: "specialCase.notMe.title",
  refused: "landing.refused.title",
  busy: "landing.busy.title",
} as const;

const STATUS = { ask: 200, refused: 404, busy: 429 } as const;

const FIELD = "known";

/** After it, whoever sent it: nothing about whose it was. */
const THANKS = "/not-me";

/** What a GET shows: a question that says nothing of whose link it is, as long as the link is genuine. */
export async function showNotMe({ request, context, key }: Visit) {
  const { app, clientAddress: from } = context;
  const page = (kind: keyof typeof TITLES) =>
    data(
      { language: pageLanguage(context), title: TITLES[kind], path: pagePath(request), kind },
      { status: STATUS[kind] },
    );
  if (!(await countLook(app, from)) || (await isBusyAt(app, from))) return page("busy");
  const found = await findLink(app, key);
  if (found.kind !== "refused") return page("ask");
  await refuseWrongLink(app, from);
  return page("refused");
}

/**
 * Only an answer that somebody chose counts: programs that press buttons choose none. The thanks are the same for every
 * link, also one that is unknown, over, or was reported before.
 */
export async function sendNotMe({ request, context, key }: Visit) {
  const { app, clientAddress: from } = context;
  const answer = (await readForm(request)).get(FIELD);
  if (!isWrongPersonAnswer(answer)) return data({ wrong: true }, { status: 422 });
  if (await isBusyAt(app, from)) throw new Response(null, { status: 429 });
  const found = await findLink(app, key);
  if (found.kind === "refused") await refuseWrongLink(app, from);
  // An old mail may lie in a mailbox that is not the debtor's any more: it says nothing about the address of today.
  else if (found.kind === "valid") await reportWrongPerson(app, { link: found.link, answer });
  return redirect(THANKS, 303);
}
