import { type HttpAnswer, send } from "./http.ts";
import type { TestApp } from "./server.ts";

/** The browser of somebody who works for a creditor, without JavaScript, after signing in. */
export type InboxBrowser = {
  readonly cookie: string;
  get(path: string): Promise<HttpAnswer>;
  post(path: string, fields: Readonly<Record<string, string>>): Promise<HttpAnswer>;
};

export async function openInboxBrowser(app: TestApp, email: string): Promise<InboxBrowser> {
  const attempt = await askForCode(app, email);
  const signedIn = await typeCode(app, attempt, await codeFor(app, email));
  const cookie = inboxCookieOf(signedIn);
  if (signedIn.status !== 303 || cookie === null) throw new Error(`nobody was let in: ${signedIn.status}`);
  return browserWith(app, cookie);
}

export function browserWith({ baseUrl }: Pick<TestApp, "baseUrl">, cookie: string): InboxBrowser {
  return {
    cookie,
    get: (path) => send(`${baseUrl}${path}`, { headers: { cookie } }),
    post: (path, fields) =>
      send(`${baseUrl}${path}`, {
        method: "POST",
        headers: { origin: baseUrl, cookie },
        body: new URLSearchParams(fields),
      }),
  };
}

/** Asks for a code and answers the path where it is typed. */
export async function askForCode(app: Pick<TestApp, "baseUrl">, email: string): Promise<string> {
  const asked = await browserWith(app, "").post("/creditor/sign-in", { email });
  const { location } = asked.headers;
  if (asked.status !== 303 || location === undefined) throw new Error(`no code was sent: ${asked.status}`);
  return location;
}

export function typeCode(app: Pick<TestApp, "baseUrl">, attempt: string, code: string): Promise<HttpAnswer> {
  return browserWith(app, "").post(attempt, { code });
}

/** The code in the newest mail to an address. */
export async function codeFor({ database }: Pick<TestApp, "database">, email: string): Promise<string> {
  const mail = await database.db.prisma.outgoingMail.findFirstOrThrow({
    where: { recipient: email, kind: "sign_in_code" },
    orderBy: { id: "desc" },
  });
  const code = /\b(\d{4}) (\d{4})\b/.exec(mail.text);
  if (!code) throw new Error("the mail has no code");
  return `${code[1]}${code[2]}`;
}

/** The session's cookie as a browser would send it back, or null when the answer sets none. */
export function inboxCookieOf(answer: HttpAnswer): string | null {
  const line = answer.headers["set-cookie"]?.find((cookie) => cookie.startsWith("__Host-voldaan-inbox="));
  return line?.split(";")[0] ?? null;
}
