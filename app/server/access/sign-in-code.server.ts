import { createHmac, randomInt } from "node:crypto";
import { z } from "zod";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Language } from "#app/i18n/languages.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { hmacSecrets, type KeyRing } from "#app/server/platform/crypto/key-ring.server.ts";
import { newId, newSecretToken } from "#app/server/platform/crypto/random-id.server.ts";
import { hashSecret, sameSecret } from "#app/server/platform/crypto/secret-hash.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { layoutMail } from "#app/server/platform/mail/mail-layout.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { openCreditorSession } from "./creditor-session.server.ts";
import { signInLinkPath } from "./sign-in-path.server.ts";

const PER_ADDRESS = { name: "sign-in-address", points: 5, seconds: 60 * 60 };
const PER_CLIENT = { name: "sign-in-client", points: 30, seconds: 60 * 60 };
const WRONG_CODES = { name: "sign-in-wrong", points: 30, seconds: 60 * 60 };

const CODE_MINUTES = 10;
const LINK_MINUTES = 15;
const MOST_TRIES = 5;

const emailSchema = z.email().max(254);

export type CodeRequestFault = { readonly kind: "missing" | "unreadable" | "busy" };

/**
 * Sends an eight-digit code and a link to an address of a user and answers the id of the attempt. Whoever asks learns nothing
 * of the address: for one that is nobody's there is an attempt too, and no code and no link fits it.
 */
export async function requestSignInCode(
  services: Services,
  { typed, language, from, to = null }: { typed: string; language: Language; from: string; to?: string | null },
): Promise<Result<string, CodeRequestFault>> {
  const email = typed.trim().toLowerCase();
  if (email === "") return err({ kind: "missing" });
  if (!emailSchema.safeParse(email).success) return err({ kind: "unreadable" });
  // Who is refused already uses up nobody else's codes.
  const client = await services.limiter.count(PER_CLIENT, from);
  if (!client.allowed) return err({ kind: "busy" });
  const address = await services.limiter.count(PER_ADDRESS, email);
  if (!address.allowed) return err({ kind: "busy" });

  const now = services.clock.now();
  const id = newId("sic", now);
  const code = String(randomInt(100_000_000)).padStart(8, "0");
  const token = newSecretToken();
  const link = new URL(signInLinkPath(token, to), services.config.baseUrl).href;
  const mail = codeMail({ code, link }, language);
  return inTransaction(services.database, async (tx) => {
    const user = await tx.user.findFirst({
      where: { email, removedAt: null },
      orderBy: { id: "asc" },
      select: { creditorId: true },
    });
    await tx.signInCode.create({
      data: {
        id,
        email: user ? email : null,
        codeHash: hashCode(services.keys, { id, code }),
        linkHash: hashSecret(token),
        createdAt: now,
        expiresAt: new Date(now.getTime() + CODE_MINUTES * 60_000),
      },
    });
    if (user) {
      await tx.outgoingMail.create({
        data: {
          id: newId("eml", now),
          creditorId: user.creditorId,
          kind: "sign_in_code",
          recipient: email,
          ...mail,
          createdAt: now,
          nextAt: now,
        },
      });
    }
    return ok(id);
  });
}

export type CodeFault = {
  /** wrong: try again. over: too old, used, or tried too often; ask for a new one. busy: too many wrong ones from here. */
  readonly kind: "missing" | "unreadable" | "wrong" | "over" | "busy";
};

/** Takes the code of an attempt, once, within ten minutes and five tries, and opens a session. */
export async function signInWithCode(
  services: Services,
  { attemptId, typed, from }: { attemptId: string; typed: string; from: string },
): Promise<Result<{ token: string; chosen: boolean }, CodeFault>> {
  const code = typed.replace(/[\s-]/g, "");
  if (code === "") return err({ kind: "missing" });
  if (!/^\d{8}$/.test(code)) return err({ kind: "unreadable" });
  const tries = await services.limiter.look(WRONG_CODES, from);
  if (!tries.allowed) return err({ kind: "busy" });
  const now = services.clock.now();
  const signedIn = await inTransaction(services.database, async (tx) => {
    // Counted before it is looked at: of many tries at once no more than five are looked at.
    const counted = await tx.signInCode.updateMany({
      where: { id: attemptId, usedAt: null, expiresAt: { gt: now }, tries: { lt: MOST_TRIES } },
      data: { tries: { increment: 1 } },
    });
    if (counted.count === 0) return err({ kind: "over" as const });
    const attempt = await tx.signInCode.findUniqueOrThrow({ where: { id: attemptId } });
    if (!fits(services.keys, attempt, code) || attempt.email === null) {
      return err({ kind: attempt.tries < MOST_TRIES ? ("wrong" as const) : ("over" as const) });
    }
    await tx.signInCode.update({ where: { id: attemptId }, data: { usedAt: now, linkHash: null } });
    return ok(await openCreditorSession(tx, { email: attempt.email, now }));
  });
  if (!signedIn.ok) await services.limiter.count(WRONG_CODES, from);
  return signedIn;
}

/**
 * Takes the link of an attempt, once, within fifteen minutes, in whatever browser it is opened, and opens a session; null
 * where it is over. The code of the attempt goes on working: a scanner of mail that presses the button locks nobody out.
 */
export async function signInWithLink(
  services: Services,
  { token }: { token: string },
): Promise<{ token: string; chosen: boolean } | null> {
  const now = services.clock.now();
  const earliest = new Date(now.getTime() - LINK_MINUTES * 60_000);
  const linkHash = hashSecret(token);
  return inTransaction(services.database, async (tx) => {
    const attempt = await tx.signInCode.findFirst({
      where: { linkHash, usedAt: null, createdAt: { gt: earliest } },
      select: { id: true, email: true },
    });
    if (!attempt || attempt.email === null) return null;
    const used = await tx.signInCode.updateMany({ where: { id: attempt.id, linkHash, usedAt: null }, data: { linkHash: null } }); // prettier-ignore
    return used.count === 0 ? null : openCreditorSession(tx, { email: attempt.email, now });
  });
}

function fits(keys: KeyRing, { id, codeHash }: { id: string; codeHash: string }, code: string): boolean {
  return hmacSecrets(keys, "sign-in-code").some((secret) => sameSecret(codeHash, keyed(secret, { id, code })));
}

function hashCode(keys: KeyRing, attempt: { id: string; code: string }): string {
  const [secret = ""] = hmacSecrets(keys, "sign-in-code");
  return keyed(secret, attempt);
}

function keyed(secret: string, { id, code }: { id: string; code: string }): string {
  return createHmac("sha256", secret).update(`${id}:${code}`).digest("base64url");
}

/** The code is not in the subject, which lies open on a locked screen. */
function codeMail(
  { code, link }: { code: string; link: string },
  language: Language,
): { subject: string; text: string; html: string } {
  const { t } = translatorFor(language);
  const subject = t("inbox.mail.subject");
  const content = layoutMail({
    language,
    title: subject,
    sender: t("common.portalName"),
    blocks: [
      { type: "code", label: t("inbox.mail.code"), code: `${code.slice(0, 4)} ${code.slice(4)}` },
      { type: "paragraph", text: t("inbox.mail.howLong", { minutes: CODE_MINUTES }) },
      { type: "paragraph", text: t("inbox.mail.orLink", { minutes: LINK_MINUTES }) },
      { type: "button", label: t("inbox.mail.button"), url: link },
    ],
    footer: [t("inbox.mail.notYou")],
  });
  return { subject, ...content };
}
