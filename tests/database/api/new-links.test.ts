import { afterAll, beforeAll, expect, test } from "vitest";
import { issueLink } from "#app/server/access/issue-link.server.ts";
import type { OpenableLink } from "#app/server/access/link-record.server.ts";
import { maskedNewLinkWay } from "#app/server/access/new-link-way.server.ts";
import { findLink } from "#app/server/access/open-link.server.ts";
import { requestNewLink } from "#app/server/access/request-new-link.server.ts";
import { stopAddress } from "#app/server/messages/stopped-address.server.ts";
import { rememberUnusable } from "#app/server/messages/unusable-number.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { openShop, type Shop } from "../../support/shop.ts";

const [EMAIL, PHONE] = ["jan@mail.nl", "+31612345678"];

let shop: Shop;
let visitor = 0;

beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

async function oldLink(reached: { email: string | null; phone: string | null }): Promise<OpenableLink> {
  const { services, creditorId } = shop;
  const { claimId, debtorId } = await shop.newClaim();
  await services.database.prisma.debtor.update({ where: { id: debtorId }, data: reached });
  const issued = await issueLink(services, { creditorId, claimId, channel: "none", actor: "test" });
  if (!issued.ok) throw new Error(issued.error.kind);
  const found = await findLink(services, { code: issued.value.code });
  if (found.kind === "refused") throw new Error("the link is not there");
  return found.link;
}

/** To whom a new link went. */
async function askFor(link: OpenableLink, services: Services = shop.services): Promise<string[]> {
  await requestNewLink(services, { link, clientAddress: `192.0.2.${(visitor += 1)}` });
  const where = { claimId: link.claimId, kind: "new_link" };
  const { prisma } = services.database;
  const rows = [...(await prisma.outgoingMail.findMany({ where })), ...(await prisma.outgoingSms.findMany({ where }))];
  return rows.map(({ recipient }) => recipient);
}

const stop = ({ creditorId, debtorId }: OpenableLink, address: string) =>
  inTransaction(shop.services.database, (tx) =>
    stopAddress(tx, shop.services, { owner: { creditorId, debtorId }, address }),
  );

test("a new link goes by mail where there is an address, and the page shows no more of it than its owner needs", async () => {
  const link = await oldLink({ email: EMAIL, phone: PHONE });
  expect(await maskedNewLinkWay(shop.services, link)).toEqual({ channel: "email", address: "j•••@m•••.nl" });
  expect(await askFor(link)).toEqual([EMAIL]);
});

test("with only a telephone number it goes by text message, with the reference and the code", async () => {
  const link = await oldLink({ email: null, phone: PHONE });
  expect(await maskedNewLinkWay(shop.services, link)).toEqual({ channel: "sms", address: "••• 78" });
  expect(await askFor(link)).toEqual([PHONE]);
  const { prisma } = shop.services.database;
  const { reference } = await prisma.claim.findUniqueOrThrow({ where: { id: link.claimId } });
  const { text, linkId } = await prisma.outgoingSms.findFirstOrThrow({ where: { claimId: link.claimId } });
  expect(text).toContain(`kenmerk ${reference}: `);
  const code = /\/c\/(\w{26})/.exec(text)?.[1] ?? "";
  expect(await findLink(shop.services, { code })).toMatchObject({ kind: "valid", link: { id: linkId } });
});

test("a mail address at which nobody knows the debtor is passed over for the number", async () => {
  const link = await oldLink({ email: EMAIL, phone: PHONE });
  await stop(link, EMAIL);
  expect(await askFor(link)).toEqual([PHONE]);
});

test("nothing is promised and nothing goes where nothing can", async () => {
  const nowhere = await oldLink({ email: null, phone: null });
  const stopped = await oldLink({ email: null, phone: PHONE });
  await stop(stopped, PHONE);
  const refused = await oldLink({ email: null, phone: PHONE });
  const { creditorId, debtorId } = refused;
  await inTransaction(shop.services.database, (tx) =>
    rememberUnusable(tx, shop.services, { owner: { creditorId, debtorId }, number: PHONE }),
  );
  for (const link of [nowhere, stopped, refused]) {
    expect(await maskedNewLinkWay(shop.services, link)).toBeNull();
    expect(await askFor(link)).toEqual([]);
  }
  const textless = await oldLink({ email: null, phone: PHONE });
  const services = { ...shop.services, config: { ...shop.services.config, production: true, smsUrl: null } };
  expect(await maskedNewLinkWay(services, textless)).toBeNull();
  expect(await askFor(textless, services)).toEqual([]);
});
