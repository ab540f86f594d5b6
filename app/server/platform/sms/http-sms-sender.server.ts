import { request } from "undici";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { SmsError, SmsSender, TextMessage } from "./sms-sender.server.ts";

const DEADLINE_MS = 15_000;
const LONGEST_ANSWER = 65_536;

/** Of refusals, those that may be over later. */
const PASSING = new Set([408, 425, 429]);

/**
 * Sends by POST of `{"id","to","text"}` as JSON to the provider's address, or to a bridge in front of it; user and password
 * of the address go along as Basic authentication, the id also as `Idempotency-Key`. A 2xx is taken, whatever it says
 * and however slowly: the deadline is for the whole of it, and what is longer than 64 kB is not read to its end.
 */
export function createHttpSmsSender({ url, deadlineMs = DEADLINE_MS }: { url: URL; deadlineMs?: number }): SmsSender {
  const { username, password } = url;
  const address = new URL(url);
  address.username = "";
  address.password = "";
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const authorization = username === "" ? {} : { authorization: `Basic ${Buffer.from(credentials).toString("base64")}` }; // prettier-ignore

  async function send({ id, to, text }: TextMessage): Promise<Result<void, SmsError>> {
    const signal = AbortSignal.timeout(deadlineMs);
    try {
      const { statusCode: status, body } = await request(address, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": id, ...authorization },
        body: JSON.stringify({ id, to, text }),
        signal,
      });
      // Its status has said all: what the rest is, or whether it ever ends, makes no second message of it.
      await body.dump({ limit: LONGEST_ANSWER, signal }).catch(() => undefined);
      if (status >= 200 && status < 300) return ok(undefined);
      return err({ kind: status >= 500 || PASSING.has(status) ? "temporary" : "permanent", reason: "refused", status });
    } catch {
      return err({ kind: "temporary", reason: signal.aborted ? "timeout" : "unreachable" });
    }
  }

  return { send };
}
