import { CREDITOR_LANGUAGES } from "#app/i18n/languages.ts";
import { type Translator, translatorFor } from "#app/i18n/translator.ts";
import { derivedId } from "#app/server/platform/crypto/derived-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Prisma } from "#app/server/platform/prisma/client.ts";
import { layoutMail, type MailBlock } from "#app/server/platform/mail/mail-layout.server.ts";
import type { Services } from "#app/server/services.server.ts";

export type PeopleMail = {
  readonly creditorId: string;
  /** Null: it is about none. */
  readonly claimId?: string | null;
  readonly to: readonly string[];
  /** As operators see it: `bank_change_asked`. */
  readonly kind: string;
  /** Names this piece of news: the same key is mailed once to each address. */
  readonly key: string;
  /** Where its button leads: it opens nothing by itself. */
  readonly path: string;
  readonly write: (translator: Translator) => {
    readonly subject: string;
    readonly lines: readonly string[];
    readonly rows?: readonly { readonly label: string; readonly value: string }[];
    readonly button: string;
    readonly footer: string;
  };
};

/** Mails people who work for a creditor, in Dutch and English, once. */
export async function mailPeople(
  tx: Transaction,
  services: Pick<Services, "clock" | "config">,
  { creditorId, claimId = null, to, kind, key, path, write }: PeopleMail,
): Promise<void> {
  const url = new URL(path, services.config.baseUrl).href;
  const written = CREDITOR_LANGUAGES.map((language) => {
    const { subject, lines, rows = [], button, footer } = write(translatorFor(language));
    const blocks: MailBlock[] = [
      ...lines.map((text): MailBlock => ({ type: "paragraph", text })),
      ...(rows.length > 0 ? [{ type: "rows", rows } as const] : []),
      { type: "button", label: button, url },
    ];
    return { subject, blocks, footer };
  });
  const subject = written.map((one) => one.subject).join(" / ");
  const content = layoutMail({
    language: "nl",
    title: subject,
    sender: "Voldaan",
    blocks: written.flatMap(({ blocks }) => blocks),
    footer: written.map(({ footer }) => footer),
  });
  const now = services.clock.now();
  await tx.outgoingMail.createMany({
    skipDuplicates: true,
    data: [...new Set(to)].map((email) => ({
      id: derivedId("eml", `${key} ${email}`),
      creditorId,
      claimId,
      kind,
      recipient: email,
      subject,
      ...content,
      createdAt: now,
      nextAt: now,
    })),
  });
}

/** The addresses of the creditor's owners. */
export async function ownersOf(tx: Transaction, creditorId: string): Promise<string[]> {
  return addressesOf(tx, { creditorId, ...IS_OWNER });
}

/**
 * The addresses of the owners, and of who was one until a week ago. For news of where the money goes: whoever has just been
 * put aside by somebody with other plans can still call for help.
 */
export async function ownersLately(tx: Transaction, creditorId: string, now: Date): Promise<string[]> {
  const since = new Date(now.getTime() - PAST_OWNERS_HEAR_MS);
  return addressesOf(tx, { creditorId, OR: [IS_OWNER, { ownerUntil: { gt: since } }] });
}

const PAST_OWNERS_HEAR_MS = 7 * 24 * 60 * 60 * 1000;

const IS_OWNER = { role: "owner", removedAt: null } as const;

async function addressesOf(tx: Transaction, where: Prisma.UserWhereInput): Promise<string[]> {
  const users = await tx.user.findMany({ where, select: { email: true }, orderBy: { id: "asc" } });
  return users.map(({ email }) => email);
}
