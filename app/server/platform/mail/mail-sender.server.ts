import { err, ok, type Result } from "#app/domain/result.ts";

export type MailSender = { readonly name: string; readonly address: string; readonly domain: string };

/** Reads `MAIL_FROM`: `post@example.nl` or `Bakkerij Jansen <post@example.nl>`, the name with or without quotes. */
export function parseMailSender(text: string): Result<MailSender, { kind: "invalid_mail_from" }> {
  const match = /^(?:(?:"([^"<>\r\n]*)"|([^"<>\r\n]*?))\s*<([^<>\s]+)>|([^<>\s]+))$/.exec(text.trim());
  const address = match?.[3] ?? match?.[4] ?? "";
  const domain = /^[^@\s,;:"]{1,64}@((?:[a-z0-9-]+\.)*[a-z0-9-]+)$/i.exec(address)?.[1];
  if (domain === undefined) return err({ kind: "invalid_mail_from" });
  return ok({ name: (match?.[1] ?? match?.[2] ?? "").trim(), address, domain: domain.toLowerCase() });
}
