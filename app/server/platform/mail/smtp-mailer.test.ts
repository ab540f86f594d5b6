import { createServer, type AddressInfo, type Server } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, expect, test } from "vitest";
import type { Mail } from "./mailer.server.ts";
import { createSmtpMailer } from "./smtp-mailer.server.ts";

const mail: Mail = {
  messageId: "msg_01aryz6s410000000000000000",
  to: "j.devries@example.nl",
  subject: "Uw rekening van € 187,50",
  text: "Beste heer De Vries,\n\nU hebt een rekening.\n",
  html: "<p>Beste heer De Vries</p>",
  replyTo: "vragen@bakkerij.example",
};
const from = { name: "Bakkerij Jansen", address: "post@bakkerij.example", domain: "bakkerij.example" };
const endings: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

type Received = { from: string; to: string[]; data: string };

async function smtpServer(options: SMTPServerOptions = {}): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const data = Buffer.concat(chunks).toString("utf8");
        received.push({ from: mailFrom ? mailFrom.address : "", to: rcptTo.map(({ address }) => address), data });
        callback();
      });
    },
    ...options,
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  endings.push(() => new Promise((resolve) => server.close(() => resolve())));
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, received };
}

function mailerFor(url: string, deadlineMs = 10_000) {
  const mailer = createSmtpMailer({ url, from, deadlineMs });
  endings.unshift(async () => mailer.close());
  return mailer;
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

test("a mail arrives with our own Message-ID, once to one address", async () => {
  const { url, received } = await smtpServer();
  expect(await mailerFor(url).send(mail)).toEqual({ ok: true, value: undefined });
  expect(received).toHaveLength(1);
  expect(received[0]).toMatchObject({ from: "post@bakkerij.example", to: ["j.devries@example.nl"] });
  const data = received[0]?.data ?? "";
  expect(data).toContain("Message-ID: <msg_01aryz6s410000000000000000@bakkerij.example>\r\n");
  expect(data).toContain("From: Bakkerij Jansen <post@bakkerij.example>\r\n");
  expect(data).toContain("To: j.devries@example.nl\r\n");
  expect(data).toContain("Reply-To: vragen@bakkerij.example\r\n");
  expect(data).toContain("Auto-Submitted: auto-generated\r\n");
  expect(data).toContain("multipart/alternative");
});

test("a subject with a line break adds no header", async () => {
  const { url, received } = await smtpServer();
  await mailerFor(url).send({ ...mail, subject: "Hallo\r\nBcc: x@example.com" });
  expect(received[0]?.to).toEqual(["j.devries@example.nl"]);
  expect(received[0]?.data).not.toMatch(/^Bcc:/im);
});

test.each(["a@example.nl, b@example.nl", "a@example.nl>\r\nRCPT TO:<b@example.nl", "A <a@example.nl>, b@example.nl"])(
  "%j never reaches two people",
  async (to) => {
    const { url, received } = await smtpServer();
    await mailerFor(url).send({ ...mail, to });
    expect(received.flatMap((one) => one.to).filter((address) => address === "b@example.nl")).toEqual([]);
  },
);

test("an unknown receiver is permanent, with codes and without the address", async () => {
  const { url } = await smtpServer({
    onRcptTo: ({ address }, _session, callback) => callback(refusal(550, `5.1.1 <${address}> unknown`)),
  });
  const answer = await mailerFor(url).send(mail);
  expect(answer).toEqual({
    ok: false,
    error: { kind: "permanent", reason: "refused", replyCode: 550, enhancedCode: "5.1.1" },
  });
});

test("a full mailbox is temporary", async () => {
  const { url } = await smtpServer({
    onRcptTo: (_address, _session, callback) => callback(refusal(452, "4.2.2 mailbox full")),
  });
  expect(await mailerFor(url).send(mail)).toEqual({
    ok: false,
    error: { kind: "temporary", reason: "refused", replyCode: 452, enhancedCode: "4.2.2" },
  });
});

test("a message that is refused after it was read is permanent", async () => {
  const { url } = await smtpServer({
    onData(stream, _session, callback) {
      stream.resume().on("end", () => callback(refusal(554, "spam")));
    },
  });
  expect(await mailerFor(url).send(mail)).toEqual({
    ok: false,
    error: { kind: "permanent", reason: "refused", replyCode: 554 },
  });
});

test("a sender that is refused is ours to put right, not the receiver's end", async () => {
  const { url } = await smtpServer({
    onMailFrom: (_address, _session, callback) => callback(refusal(550, "5.7.1 not yours")),
  });
  expect(await mailerFor(url).send(mail)).toEqual({
    ok: false,
    error: { kind: "temporary", reason: "sender_refused", replyCode: 550, enhancedCode: "5.7.1" },
  });
});

test("a wrong password is temporary and is not in the error", async () => {
  const { url } = await smtpServer({
    onAuth: (_auth, _session, callback) => callback(new Error("wrong password geheim")),
  });
  const answer = await mailerFor(url.replace("smtp://", "smtp://gebruiker:geheim@")).send(mail);
  expect(answer).toMatchObject({ ok: false, error: { kind: "temporary", reason: "authentication" } });
  expect(JSON.stringify(answer)).not.toMatch(/geheim|gebruiker/);
});

test("a server that is not there is temporary", async () => {
  const { url } = await smtpServer();
  await endings.pop()?.();
  expect(await mailerFor(url).send(mail)).toEqual({ ok: false, error: { kind: "temporary", reason: "unreachable" } });
});

test("a server that never answers is left at the deadline", async () => {
  const silent: Server = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  endings.push(() => new Promise((resolve) => silent.close(() => resolve())));
  const { port } = silent.address() as AddressInfo;
  expect(await mailerFor(`smtp://127.0.0.1:${port}`, 50).send(mail)).toEqual({
    ok: false,
    error: { kind: "temporary", reason: "timeout" },
  });
});
