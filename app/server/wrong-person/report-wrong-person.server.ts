import { translatorFor } from "#app/i18n/translator.ts";
import { revokeHelperIn, revokeLinkIn, revokeMailedLinks } from "#app/server/access/issue-link.server.ts";
import { type OpenableLink, writeSignedLink } from "#app/server/access/link-record.server.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { lockClaim } from "#app/server/claims/claim-record.server.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import { stopHashedAddress } from "#app/server/messages/stopped-address.server.ts";
import { pauseClaims } from "#app/server/pauses/pause-claims.server.ts";
import { tellCreditorOfPause } from "#app/server/pauses/pause-news.server.ts";
import { derivedId } from "#app/server/platform/crypto/derived-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { openQuestion, questionPath } from "#app/server/questions/open-question.server.ts";
import type { Services } from "#app/server/services.server.ts";

export const WRONG_PERSON_ANSWERS = ["moved", "unknown", "deceased", "unsure"] as const;

/** What somebody who is not the debtor knows of the debtor. */
export type WrongPersonAnswer = (typeof WRONG_PERSON_ANSWERS)[number];

export function isWrongPersonAnswer(text: string | null): text is WrongPersonAnswer {
  return (WRONG_PERSON_ANSWERS as readonly (string | null)[]).includes(text);
}

type Report = { readonly link: OpenableLink; readonly answer: WrongPersonAnswer };

/**
 * Somebody says that a link is not for them: it opens nothing any more, the address that it was mailed to gets nothing more
 * about this debtor, and the claim rests until the creditor has found the right person. Once for each link. A link for
 * somebody who helps only ends itself.
 */
export async function reportWrongPerson(services: Services, report: Report): Promise<void> {
  const { link } = report;
  const { creditorId, claimId, helperId } = link;
  const actor = `debtor:${link.id}`;
  await inTransaction(services.database, async (tx) => {
    const claim = await lockClaim(tx, { creditorId, claimId });
    if (!claim || !(await writeSignedLink(tx, link))) return;
    const isOpen = await tx.link.findFirst({
      where: { id: link.id, creditorId, revokedAt: null },
      select: { id: true },
    });
    if (!isOpen) return;
    if (helperId !== null) return revokeHelperIn(tx, services, { creditorId, helperId, actor });
    const at = services.clock.now();
    const { id: linkId, channel, debtorId, addressHash } = link;
    const owner = { creditorId, debtorId };
    if (addressHash !== null) await stopHashedAddress(tx, services, { owner, addressHash });
    await revokeLinkIn(tx, services, { creditorId, linkId, actor });
    if (addressHash !== null) await revokeMailedLinks(tx, services, { owner, addressHash, actor });
    await writeDown(tx, services, report);
    await appendEvents(tx, claimId, [{ type: "debtor.wrong_person", occurredAt: at, data: { channel } }]);
    appendAudit(tx, creditorId, {
      at,
      actor,
      action: "debtor.wrong_person",
      subject: claimId,
      data: { channel },
    });
    const reason = "wrong_person";
    await pauseClaims(tx, services, { creditorId, debtorId, claimIds: [claimId], reason, text: "", untilOn: null, actor }); // prettier-ignore
    await tellCreditorOfPause(tx, services, { kind: "started", creditorId, debtorId, claimIds: [claimId], reason, untilOn: null, pauseId: linkId, path: questionPath(linkId) }); // prettier-ignore
  });
}

async function writeDown(tx: Transaction, services: Services, { link, answer }: Report): Promise<void> {
  const { id: linkId, creditorId, claimId, debtorId, channel } = link;
  const messageId = derivedId("msg", `${linkId} wrong person`);
  // Who reads it works for the creditor.
  const { t } = translatorFor("nl");
  const at = services.clock.now();
  await tx.message.createMany({
    skipDuplicates: true,
    data: {
      id: messageId,
      creditorId,
      claimId,
      direction: "inbound",
      channel: "portal",
      ownOnly: true,
      subject: t("specialCase.notMe.letter.subject"),
      body: [t(`specialCase.notMe.letter.${answer}`), t(`specialCase.notMe.letter.channel.${channel}`)].join("\n\n"),
      sentAt: at,
      createdAt: at,
    },
  });
  await openQuestion(tx, services, { creditorId, debtorId, claimId, kind: "wrong_person", key: linkId, messageId });
}
