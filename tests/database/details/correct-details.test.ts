import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { issueLink, type LinkChannel } from "#app/server/access/issue-link.server.ts";
import { findLink } from "#app/server/access/open-link.server.ts";
import { wantedDetails } from "#app/server/api/wanted-details.server.ts";
import { changeClaim } from "#app/server/claims/change-claim.server.ts";
import { answerChange, findWaitingChange } from "#app/server/details/answer-change.server.ts";
import { requestChange } from "#app/server/details/request-change.server.ts";
import { isStoppedAddress } from "#app/server/messages/stopped-address.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { reportWrongPerson } from "#app/server/wrong-person/report-wrong-person.server.ts";
import { openShop, type Shop, type TestClaim } from "../../support/shop.ts";

const NOW = "2026-11-22T10:00:00.000Z";

let shop: Shop;
let count = 0;

beforeAll(async () => void (shop = await openShop()));
beforeEach(() => shop.services.clock.moveTo(NOW));
afterAll(() => shop.close());

const newEmail = () => `k${(count += 1)}@example.org`;

const correct = ({ claimId }: TestClaim, debtor: Parameters<typeof wantedDetails>[0], creditorId = shop.creditorId) =>
  changeClaim(shop.services, { creditorId, claimId, debtor: wantedDetails(debtor), actor: "test" });

async function linkOf({ claimId }: TestClaim, channel: LinkChannel): Promise<string> {
  const issued = await issueLink(shop.services, { creditorId: shop.creditorId, claimId, channel, actor: "test" });
  if (!issued.ok) throw new Error(issued.error.kind);
  return issued.value.code;
}

const opens = async (code: string) => (await findLink(shop.services, { code })).kind === "valid";

const rowOf = ({ debtorId }: TestClaim) => shop.services.database.prisma.debtor.findUniqueOrThrow({ where: { id: debtorId } }); // prettier-ignore

const toldOf = async (claim: TestClaim) => (await shop.eventsOf(claim)).filter(({ type }) => type === "debtor.details_changed").map(({ data }) => data["fields"]); // prettier-ignore

const isStopped = ({ debtor }: TestClaim, address: string) => isStoppedAddress(shop.services.database.prisma, { owner: debtor, address }); // prettier-ignore

const mailsTo = (recipient: string) => shop.services.database.prisma.outgoingMail.findMany({ where: { recipient }, orderBy: { createdAt: "asc" } }); // prettier-ignore

const address = { street: "Nieuwstraat", houseNumber: "1", postalCode: "4321 AB", city: "Verweg", country: "BE" };

test("each part alone, an address as a whole; null takes away, and what is not there stays", async () => {
  const email = newEmail();
  const claim = await shop.newClaim({ email });
  expect((await correct(claim, { phone: "+31612345678" })).ok).toBe(true);
  await correct(claim, { address: { ...address, addition: "achter" } });
  expect(await rowOf(claim)).toMatchObject({ email, phone: "+31612345678", street: "Nieuwstraat", addressLine2: "achter", country: "BE" }); // prettier-ignore
  await correct(claim, { address });
  expect(await rowOf(claim)).toMatchObject({ street: "Nieuwstraat", addressLine2: null, country: "BE" });
  await correct(claim, { address: { ...address, country: "NL" } });
  expect(await rowOf(claim)).toMatchObject({ email, phone: "+31612345678", country: "NL" });
  await correct(claim, { email: null, phone: null, address: null });
  expect(await rowOf(claim)).toMatchObject({ email: null, phone: null, street: null, houseNumber: null, postalCode: null, city: null, country: null }); // prettier-ignore
  await correct(claim, {});
  await correct(claim, { email: null, address: null });
  const fields = [["phone"], ["address"], ["address"], ["address"], ["email", "phone", "address"]];
  expect(await toldOf(claim)).toEqual(fields);
  const noted = await shop.services.database.prisma.auditEntry.findMany({ where: { subject: claim.debtorId, action: "debtor.details_changed" }, orderBy: { sequence: "asc" } }); // prettier-ignore
  expect(noted.map(({ data }) => data)).toEqual(fields.map((of) => ({ fields: of.join(" ") })));
  expect(JSON.stringify(await shop.eventsOf(claim))).not.toMatch(/Nieuwstraat|\+316|@example/);
});

test("a creditor corrects its own debtors only", async () => {
  const email = newEmail();
  const claim = await shop.newClaim({ email });
  const refused = await correct(claim, { email: newEmail() }, "crd_other");
  expect(refused).toEqual({ ok: false, error: { kind: "claim_not_found" } });
  expect((await rowOf(claim)).email).toBe(email);
});

test("another address: what was mailed to the old one opens nothing, what went elsewhere does", async () => {
  const [old, fresh] = [newEmail(), newEmail()];
  const order = { debtor: "T-correct", email: old };
  const [claim, second, stranger] = [await shop.newClaim(order), await shop.newClaim(order), await shop.newClaim({ email: old })]; // prettier-ignore
  const [mailed, ofSecond, onPaper, strange] = [await linkOf(claim, "email"), await linkOf(second, "email"), await linkOf(claim, "letter"), await linkOf(stranger, "email")]; // prettier-ignore
  const changeId = newId("chg", shop.services.clock.now());
  const known = { phone: null, street: null, houseNumber: null, addressLine2: null, postalCode: null, city: null };
  await requestChange(shop.services, { debtor: { ...claim.debtor, claimId: claim.claimId }, changeId, wanted: { ...known, email: newEmail() } }); // prettier-ignore
  await correct(claim, { email: fresh });
  expect([await opens(mailed), await opens(ofSecond), await opens(onPaper), await opens(strange)]).toEqual([false, false, true, true]); // prettier-ignore
  const { expiresAt } = await shop.services.database.prisma.detailsChange.findUniqueOrThrow({
    where: { id: changeId },
  });
  expect(expiresAt).toEqual(shop.services.clock.now());
  expect(await opens(await linkOf(claim, "email"))).toBe(true);
});

test("an address that is only spelled in another way keeps its links", async () => {
  const email = newEmail();
  const claim = await shop.newClaim({ email });
  const code = await linkOf(claim, "email");
  await correct(claim, { email: email.toUpperCase() });
  expect([await opens(code), (await rowOf(claim)).email, await toldOf(claim)]).toEqual([true, email.toUpperCase(), [["email"]]]); // prettier-ignore
});

test("another phone: what was sent there opens nothing", async () => {
  const claim = await shop.newClaim({ email: newEmail() });
  await correct(claim, { phone: "+31612345678" });
  const [sent, mailed] = [await linkOf(claim, "sms"), await linkOf(claim, "email")];
  await correct(claim, { phone: "+31612345679" });
  expect([await opens(sent), await opens(mailed)]).toEqual([false, true]);
});

test("an address that the creditor names is mailed again, also where somebody said that it was not for them", async () => {
  const [email, other] = [newEmail(), newEmail()];
  const claim = await shop.newClaim({ email });
  const found = await findLink(shop.services, { code: await linkOf(claim, "email") });
  if (found.kind !== "valid") throw new Error(found.kind);
  await reportWrongPerson(shop.services, { link: found.link, answer: "unknown" });
  expect(await isStopped(claim, email)).toBe(true);
  await correct(claim, { phone: "+31612345678" });
  await correct(claim, { email: other });
  await correct(claim, { email: null });
  expect(await isStopped(claim, email)).toBe(true);
  await correct(claim, { email });
  expect(await isStopped(claim, email)).toBe(false);
  expect(await toldOf(claim)).toEqual([["phone"], ["email"], ["email"], ["email"]]);
  // Named anew while nothing differs, it only lifts the stop.
  const again = await findLink(shop.services, { code: await linkOf(claim, "email") });
  if (again.kind !== "valid") throw new Error(again.kind);
  await reportWrongPerson(shop.services, { link: again.link, answer: "unknown" });
  await correct(claim, { email });
  expect([await isStopped(claim, email), await toldOf(claim)]).toEqual([false, [["phone"], ["email"], ["email"], ["email"]]]); // prettier-ignore
});

test("a change that the old address confirmed: its links end, and the new address gets a way in", async () => {
  const [old, fresh] = [newEmail(), newEmail()];
  const claim = await shop.newClaim({ email: old });
  const [mailed, onPaper] = [await linkOf(claim, "email"), await linkOf(claim, "letter")];
  const wanted = { email: fresh, phone: null, street: "Nieuwstraat", houseNumber: "1", addressLine2: null, postalCode: "4321 AB", city: "Verweg" }; // prettier-ignore
  const debtor = { ...claim.debtor, claimId: claim.claimId };
  await requestChange(shop.services, { debtor, changeId: newId("chg", shop.services.clock.now()), wanted });
  const asked = (await mailsTo(old)).at(-1);
  const token = /\/claim\/details\/confirm\/(\S+)/.exec(asked?.text ?? "")?.[1] ?? "";
  expect((await findWaitingChange(shop.services, token)).kind).toBe("open");
  expect([await opens(mailed), await mailsTo(fresh)]).toEqual([true, []]);
  expect(await answerChange(shop.services, { token, answer: "confirm" })).toBe("confirmed");

  expect([await opens(mailed), await opens(onPaper)]).toEqual([false, true]);
  const [news, ...others] = await mailsTo(fresh);
  expect([news?.kind, others]).toEqual(["details_change_confirmed", []]);
  const [, link = ""] = /\/l\/(\S+)/.exec(news?.text ?? "") ?? [];
  const found = await findLink(shop.services, { token: link });
  expect(found).toMatchObject({ kind: "valid", link: { claimId: claim.claimId, channel: "email" } });
  // A Dutch address without a country is one in the Netherlands.
  expect(await rowOf(claim)).toMatchObject({ street: "Nieuwstraat", country: "NL" });
  const links = await shop.services.database.prisma.link.findMany({ where: { claimId: claim.claimId, channel: "email" } }); // prettier-ignore
  expect(links.map(({ addressHash, revokedAt }) => [addressHash?.length, revokedAt !== null]).sort()).toEqual([[64, false], [64, true]]); // prettier-ignore

  // "Not me" under the new mail stops the new address, and nothing else.
  if (found.kind !== "valid") throw new Error(found.kind);
  await reportWrongPerson(shop.services, { link: found.link, answer: "moved" });
  expect([await isStopped(claim, fresh), await isStopped(claim, old)]).toEqual([true, false]);
});

test("a change of something else leaves every link as it is, and mails none", async () => {
  const email = newEmail();
  const claim = await shop.newClaim({ email });
  const mailed = await linkOf(claim, "email");
  const wanted = { email, phone: "+31612345678", street: null, houseNumber: null, addressLine2: null, postalCode: null, city: null }; // prettier-ignore
  const debtor = { ...claim.debtor, claimId: claim.claimId };
  await requestChange(shop.services, { debtor, changeId: newId("chg", shop.services.clock.now()), wanted });
  const token = /\/claim\/details\/confirm\/(\S+)/.exec((await mailsTo(email)).at(-1)?.text ?? "")?.[1] ?? "";
  expect(await answerChange(shop.services, { token, answer: "confirm" })).toBe("confirmed");
  expect(await opens(mailed)).toBe(true);
  const told = (await mailsTo(email)).find(({ kind }) => kind === "details_change_confirmed");
  expect(told?.text).not.toContain("/l/");
});
