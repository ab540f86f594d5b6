import { type HttpAnswer, send } from "./http.ts";

/** A debtor's browser without JavaScript, behind the button of a link. */
export type DebtorBrowser = {
  readonly cookie: string;
  get(path: string): Promise<HttpAnswer>;
  post(path: string, fields: Readonly<Record<string, string>>): Promise<HttpAnswer>;
  /** The id that the payment form carries. */
  openPayForm(): Promise<string>;
  /** Sends the payment form for the whole amount. */
  sendPayForm(paymentId: string): Promise<HttpAnswer>;
};

export async function openDebtorBrowser(linkUrl: string): Promise<DebtorBrowser> {
  const { origin } = new URL(linkUrl);
  const opened = await send(linkUrl, { method: "POST", headers: { origin }, body: new URLSearchParams() });
  const cookie = sessionCookieOf(opened);
  if (opened.status !== 303 || cookie === null) throw new Error(`the link did not open: ${opened.status}`);

  const get = (path: string) => send(`${origin}${path}`, { headers: { cookie } });
  const post = (path: string, fields: Readonly<Record<string, string>>) =>
    send(`${origin}${path}`, { method: "POST", headers: { origin, cookie }, body: new URLSearchParams(fields) });
  return {
    cookie,
    get,
    post,
    async openPayForm() {
      const page = await get("/claim/pay");
      const paymentId = /name="paymentId" value="([^"]+)"/.exec(page.text)?.[1];
      if (!paymentId) throw new Error(`the payment page has no form: ${page.status}`);
      return paymentId;
    },
    sendPayForm: (paymentId) => post("/claim/pay", { paymentId, act: "pay", amount: "all" }),
  };
}

/** The session's cookie as a browser would send it back, or null when the answer sets none. */
export function sessionCookieOf(answer: HttpAnswer): string | null {
  const line = answer.headers["set-cookie"]?.find((cookie) => cookie.startsWith("__Host-voldaan="));
  return line?.split(";")[0] ?? null;
}
