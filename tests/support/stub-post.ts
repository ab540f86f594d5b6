import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

/** A mail or text message as the other side took it. */
export type Taken = {
  readonly to: string;
  /** By which whoever receives it sees that it came twice: the `Message-ID` of a mail, the `Idempotency-Key` of a text. */
  readonly id: string;
  readonly content: string;
};

export type StubPost = {
  /** As `SMTP_URL` and `SMS_URL`. */
  readonly smtpUrl: string;
  readonly smsUrl: string;
  /** In the order in which they were taken. */
  readonly mails: readonly Taken[];
  readonly texts: readonly Taken[];
  close(): Promise<void>;
};

/** A mail server and a text message provider that take whatever comes. */
export async function startStubPost(): Promise<StubPost> {
  const mails: Taken[] = [];
  const texts: Taken[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, { envelope }, done) {
      void text(stream).then((content) => {
        const id = /^Message-ID: (\S+)\r$/im.exec(content)?.[1] ?? "";
        mails.push({ to: envelope.rcptTo.map(({ address }) => address).join(), id, content });
        done();
      });
    },
  });
  // The process at the other end is killed in the midst of a connection.
  smtp.on("error", () => undefined);
  const sms = createServer((request, response) => {
    void text(request).then((content) => {
      const { to } = JSON.parse(content) as { to: string };
      texts.push({ to, id: String(request.headers["idempotency-key"]), content });
      response.writeHead(202).end();
    });
  });
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  await new Promise<void>((resolve) => sms.listen(0, "127.0.0.1", resolve));
  const portOf = (address: unknown) => (address as AddressInfo).port;
  return {
    smtpUrl: `smtp://127.0.0.1:${portOf(smtp.server.address())}`,
    smsUrl: `http://127.0.0.1:${portOf(sms.address())}/send`,
    mails,
    texts,
    async close() {
      sms.closeAllConnections();
      await Promise.all([
        new Promise<void>((resolve) => smtp.close(() => resolve())),
        new Promise<void>((resolve) => void sms.close(() => resolve())),
      ]);
    },
  };
}
