import type { AppLoadContext } from "@remix-run/node";
import { CREDITOR_LANGUAGES, LANGUAGES } from "#app/i18n/languages.ts";
import { debtorCookie, inboxCookie } from "#app/server/access/session-cookie.server.ts";
import { isFresh } from "#app/server/access/ticket-cookie.server.ts";
import { inOwnRowScope } from "#app/server/platform/database/row-scope.server.ts";
import type { Answer } from "#app/server/platform/http/answer.server.ts";
import type { RequestContext } from "#app/server/platform/http/web-server.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { chosenLanguage, languageCookie } from "./choose-language.ts";
import type { PageHandler } from "./page-handler.ts";

/** Links are neutral until somebody presses the button: looking at one leaves no cookie behind. */
const LEAVES_NO_COOKIE = /^\/(l|c|api|hooks|dev|logos)(\/|$)/;

/** Where the creditor's session counts, and the debtor's does not. */
const INBOX = /^\/creditor(\/|$|\.)/;

/**
 * Hands a request to the pages, with what its cookies say. Keeps the session's cookie running while it is used, and
 * remembers a language that was asked for in the address.
 */
export async function answerPage(call: {
  request: Request;
  context: RequestContext;
  services: Services;
  pages: PageHandler;
  /** Another site sent this form in somebody's name: the page that says so, and nothing else. */
  refused?: boolean;
}): Promise<Answer> {
  const { request, context, services, pages } = call;
  const now = services.clock.now();
  const cookies = request.headers.get("cookie");
  const stamp = { keys: services.keys, now };
  const url = new URL(request.url);
  const inInbox = INBOX.test(url.pathname);
  const cookie = inInbox ? inboxCookie : debtorCookie;
  const ticket = cookie.read(cookies, stamp);
  const spokenLanguages = inInbox ? CREDITOR_LANGUAGES : LANGUAGES;
  const language = chosenLanguage({ asked: url.searchParams.get("lang"), cookies, spoken: spokenLanguages });
  const load: AppLoadContext = {
    ...context,
    app: services,
    sessionToken: inInbox ? null : (ticket?.token ?? null),
    visit: { method: request.method, path: url.pathname },
    inboxToken: inInbox ? (ticket?.token ?? null) : null,
    language,
    acceptLanguage: request.headers.get("accept-language") ?? "",
    spokenLanguages,
  };

  const asked = call.refused ? new Request(new URL("/refused", url), { headers: request.headers }) : request;
  const page = { request: asked, url: call.refused ? new URL(asked.url) : url, context: load };
  const answer = await inOwnRowScope(() => pages(page));
  if (call.refused) return new Response(answer.body, { status: 403, headers: answer.headers });
  if (LEAVES_NO_COOKIE.test(url.pathname) && request.method !== "POST") return answer;

  const setsSession = answer.headers.getSetCookie().some((line) => line.startsWith(`${cookie.name}=`));
  if (ticket && !setsSession && !isFresh(ticket, now)) {
    answer.headers.append("Set-Cookie", cookie.write(ticket.token, stamp));
  }
  if (language && url.searchParams.has("lang")) {
    answer.headers.append("Set-Cookie", languageCookie(language, { secure: url.protocol === "https:" }));
  }
  return answer;
}
