import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";

export type HttpAnswer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };

/** A path as it stands, which an URL would put right. */
export type HttpTarget = { readonly hostname: string; readonly port: string; readonly path: string };

export type HttpCall = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | URLSearchParams;
};

/**
 * One request on a connection of its own, with exactly these headers: nothing is added that a browser would add, no
 * redirect is followed, and no connection outlives a server that was killed.
 */
export async function send(
  target: string | HttpTarget,
  { method = "GET", headers = {}, body }: HttpCall = {},
): Promise<HttpAnswer> {
  const address = typeof target === "string" ? targetOf(new URL(target)) : target;
  const form = body instanceof URLSearchParams ? { "content-type": "application/x-www-form-urlencoded" } : {};
  const bytes = Buffer.from(body?.toString() ?? "");
  const length = body === undefined ? {} : { "content-length": String(bytes.byteLength) };
  const options = { ...address, method, agent: false, headers: { ...form, ...length, ...headers } } as const;
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(options, (answer) => {
      const { statusCode = 0, headers: answered } = answer;
      text(answer).then((read) => resolve({ status: statusCode, headers: answered, text: read }), reject);
    });
    outgoing.on("error", reject);
    outgoing.end(bytes);
  });
}

const targetOf = ({ hostname, port, pathname, search }: URL): HttpTarget => ({
  hostname,
  port,
  path: pathname + search,
});
