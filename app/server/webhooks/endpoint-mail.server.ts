import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { layoutMail } from "#app/server/platform/mail/mail-layout.server.ts";

/** What a creditor is told about an endpoint: it fails, or nothing more is sent to it. */
export type EndpointNews = "failing" | "gone" | "failing_for_days";

type Language = "nl" | "en";

const subjects: Readonly<Record<Language, Readonly<Record<EndpointNews, string>>>> = {
  nl: {
    failing: "Uw webhookadres geeft fouten",
    gone: "Uw webhookadres is uitgezet: het antwoordde 410",
    failing_for_days: "Uw webhookadres is uitgezet: vijf dagen onbereikbaar",
  },
  en: {
    failing: "Your webhook endpoint is failing",
    gone: "Your webhook endpoint was disabled: it answered 410",
    failing_for_days: "Your webhook endpoint was disabled: five days of failures",
  },
};

const texts: Readonly<Record<Language, Readonly<Record<EndpointNews, readonly string[]>>>> = {
  nl: {
    failing: [
      "Vier berichten achter elkaar kwamen niet aan op dit adres.",
      "Wij blijven het vijf dagen proberen. Er gaat niets verloren: zodra uw systeem weer antwoordt, sturen wij wat is blijven liggen.",
    ],
    gone: [
      "Uw systeem antwoordde 410: het wil geen berichten meer ontvangen. Wij sturen er daarom niets meer heen.",
      "Wij bewaren wat er daarna gebeurt. Zet het adres weer aan als dit een vergissing was; dan sturen wij alles alsnog.",
    ],
    failing_for_days: [
      "Vijf dagen lang kwam geen enkel bericht aan op dit adres. Wij sturen er daarom niets meer heen.",
      "Wij bewaren alles. Herstel uw systeem en zet het adres weer aan; dan sturen wij alles alsnog, in de goede volgorde.",
    ],
  },
  en: {
    failing: [
      "Four messages in a row did not arrive at this address.",
      "We keep trying for five days. Nothing is lost: as soon as your system answers again we send what was left.",
    ],
    gone: [
      "Your system answered 410: it wants no more messages. We therefore send nothing more to it.",
      "We keep what happens from now on. If this was a mistake, enable the endpoint again and we send everything.",
    ],
    failing_for_days: [
      "For five days not one message arrived at this address. We therefore send nothing more to it.",
      "We keep everything. Repair your system and enable the endpoint again; we then send everything, in the right order.",
    ],
  },
};

/** Puts a mail to each owner of the creditor in the outbox, in Dutch and English. It says nothing about any debtor. */
export async function mailOwners(
  tx: Transaction,
  endpoint: { readonly id: string; readonly creditorId: string; readonly url: string },
  { news, now }: { readonly news: EndpointNews; readonly now: Date },
): Promise<void> {
  const owners = await tx.user.findMany({
    where: { creditorId: endpoint.creditorId, removedAt: null, role: "owner" },
    select: { email: true },
  });
  const subject = `${subjects.nl[news]} / ${subjects.en[news]}`;
  const content = layoutMail({
    language: "nl",
    title: subject,
    sender: "Voldaan",
    blocks: [
      ...texts.nl[news].map(paragraph),
      ...texts.en[news].map(paragraph),
      {
        type: "rows",
        rows: [
          { label: "Adres / Address", value: withoutSecrets(endpoint.url) },
          { label: "Endpoint", value: endpoint.id },
        ],
      },
    ],
    footer: ["U krijgt deze mail als eigenaar van dit account. / You get this mail as an owner of this account."],
  });
  await tx.outgoingMail.createMany({
    data: owners.map(({ email }) => ({
      id: newId("eml", now),
      creditorId: endpoint.creditorId,
      kind: news === "failing" ? "webhook_failing" : "webhook_disabled",
      recipient: email,
      subject,
      ...content,
      createdAt: now,
      nextAt: now,
    })),
  });
}

function paragraph(text: string) {
  return { type: "paragraph", text } as const;
}

/** Creditors put tokens in the query of their address; mail is no place for them. */
function withoutSecrets(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
