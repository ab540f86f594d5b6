import { request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openLog } from "#app/server/platform/log/log.server.ts";
import { readUpload } from "#app/server/platform/http/read-upload.server.ts";
import { createWebServer, type WebServer } from "#app/server/platform/http/web-server.server.ts";

let web: WebServer;
let address: string;

/** The server as it runs, before a page that reads an upload for a fifth of a second. */
beforeAll(async () => {
  web = createWebServer({
    baseUrl: new URL("http://voldaan.test"),
    trustedProxies: [],
    log: openLog({ level: "silent", process: "test" }),
    staticFiles: { serve: () => false },
    readiness: () => Promise.resolve({ ready: true }),
    async handle(request) {
      const read = await readUpload(request, { subject: "dbt_1", deadlineMs: 200 });
      return new Response(read.ok ? "taken" : read.error.kind, { status: read.ok ? 200 : 408 });
    },
    refuse: () => Promise.resolve(new Response("refused", { status: 403 })),
  });
  await new Promise<void>((resolve) => web.server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(web.server.address() as AddressInfo).port}/`;
});
afterAll(() => new Promise<void>((resolve) => void web.server.close(() => resolve())));

const PART = '--x\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n%PDF-';

/** Sends the beginning of a form, or all of it, and answers what comes back and whether the connection was closed. */
function send(body: string, ends: boolean): Promise<{ status: number; text: string; connection: string | undefined }> {
  return new Promise((resolve, reject) => {
    const headers = { origin: "http://voldaan.test", "content-type": "multipart/form-data; boundary=x" };
    const sending = httpRequest(address, { method: "POST", headers, agent: false }, (answer) => {
      const { statusCode: status = 0 } = answer;
      text(answer).then((read) => resolve({ status, text: read, connection: answer.headers.connection }), reject);
    });
    sending.on("error", reject);
    sending.write(body);
    if (ends) sending.end();
  });
}

test("an upload that does not come to its end is answered and cut", async () => {
  expect(await send(PART, false)).toEqual({ status: 408, text: "too_slow", connection: "close" });
});

test("a whole one is taken", async () => {
  expect(await send(`${PART}\r\n--x--\r\n`, true)).toMatchObject({ status: 200, text: "taken" });
});
