/** A debtor's browser as the demo needs it: opens a link, presses the button, fills in the payment form. */
export type DebtorClient = {
  /** Pays the whole open amount (or a part) up to the bank's page and answers the provider's payment id. */
  startPayment(amount?: string): Promise<string>;
};

export async function openAsDebtor(linkUrl: string): Promise<DebtorClient> {
  const origin = new URL(linkUrl).origin;
  const opened = await post(linkUrl, new URLSearchParams(), { origin, cookie: "" });
  const cookie = opened.headers.getSetCookie().map((line) => line.split(";")[0]).join("; "); // prettier-ignore
  if (opened.status !== 303 || cookie === "") throw new Error(`the link did not open: ${opened.status}`);

  return {
    async startPayment(amount) {
      const page = await (await fetch(`${origin}/claim/pay`, { headers: { cookie } })).text();
      const paymentId = /name="paymentId" value="([^"]+)"/.exec(page)?.[1];
      if (!paymentId) throw new Error("the payment page has no form");
      const fields = { paymentId, act: "pay", amount: amount ? "part" : "all", ...(amount ? { part: amount } : {}) };
      const sent = await post(`${origin}/claim/pay`, new URLSearchParams(fields), { origin, cookie });
      const checkout = sent.headers.get("location");
      if (sent.status !== 303 || !checkout) throw new Error(`the payment did not start: ${sent.status}`);
      const way = await (await fetch(new URL(checkout, origin), { headers: { cookie } })).text();
      const providerId = /\/checkout\/(tr_\w+)/.exec(way)?.[1];
      if (!providerId) throw new Error("the way to the bank names no payment");
      return providerId;
    },
  };
}

function post(url: string, body: URLSearchParams, { origin, cookie }: { origin: string; cookie: string }) {
  return fetch(url, { method: "POST", body, redirect: "manual", headers: { origin, cookie } });
}
