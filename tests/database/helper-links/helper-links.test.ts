import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findDebtorGrant } from "#app/server/access/debtor-session.server.ts";
import { issueLink, revokeLink } from "#app/server/access/issue-link.server.ts";
import { enterByLink, findLink } from "#app/server/access/open-link.server.ts";
import { loadDebtorClaims } from "#app/server/claims/debtor-claims.server.ts";
import { grantHelper, type HelperOrder } from "#app/server/helper-links/grant-helper.server.ts";
import { listHelpers } from "#app/server/helper-links/list-helpers.server.ts";
import { noteHelperAct } from "#app/server/helper-links/note-helper-act.server.ts";
import { revokeHelper } from "#app/server/helper-links/revoke-helper.server.ts";
import { loadOverview } from "#app/server/overview/load-overview.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { reportWrongPerson } from "#app/server/wrong-person/report-wrong-person.server.ts";
import { apiContext } from "../../support/api.ts";
import type { TestDebt } from "../arrangements/scenario.ts";
import { openPausing, type PausingScenario } from "../pauses/pausing.ts";

const MONDAY = "2026-11-23T10:00:00.000Z";

let scene: PausingScenario;

beforeAll(async () => void (scene = await openPausing()));
beforeEach(() => scene.services.clock.moveTo(MONDAY));
afterAll(() => scene.close());

async function grant({ claimId, debtor }: TestDebt, order: Partial<HelperOrder> = {}) {
  const helperId = newId("hlp", scene.services.clock.now());
  const whole: HelperOrder = { debtor, claimId, helperId, name: "Fatima", rights: "look", days: 14, ...order };
  const granted = await grantHelper(scene.services, whole);
  if (!granted.ok) throw new Error(granted.error.kind);
  return { helperId: whole.helperId, code: granted.value.code, url: granted.value.url };
}

/** Presses the button behind the code; answers the session's token. */
async function enter(code: string): Promise<string> {
  const found = await findLink(scene.services, { code });
  const token = found.kind === "valid" ? await enterByLink(scene.services, found.link) : null;
  if (token === null) throw new Error(found.kind);
  return token;
}

const contextOf = (sessionToken: string, path = "/claim", method = "GET") => ({
  ...apiContext(scene.services),
  sessionToken,
  visit: { method, path },
});

/** What a page gets: the claims, or the status of the answer that says no. */
async function outcome(load: () => Promise<unknown>): Promise<string> {
  try {
    return (await load()) === null ? "no session" : "shown";
  } catch (thrown) {
    if (thrown instanceof Response) return `${thrown.status} ${thrown.statusText}`;
    throw thrown;
  }
}

test("the link opens a session of its own for two hours, and the debtor sees that it did", async () => {
  const debt = await scene.newDebt();
  const { helperId, code } = await grant(debt);
  expect((await findLink(scene.services, { code })).kind).toBe("valid");
  expect((await listHelpers(scene.services, debt.debtor))[0]?.looks).toEqual([]);
  const token = await enter(code);
  const grantOf = await findDebtorGrant(contextOf(token));
  expect(grantOf?.helper).toEqual({ id: helperId, rights: "look", debtorName: "J. de Vries" });
  expect(await listHelpers(scene.services, debt.debtor)).toMatchObject([
    { id: helperId, name: "Fatima", state: "open", until: "2026-12-07", looks: [{ kind: "opened", at: MONDAY }] },
  ]);
  scene.services.clock.advance(2 * 60 * 60_000 + 1000);
  expect(await findDebtorGrant(contextOf(token))).toBe(null);
});

test("every way to a page asks the same rule", async () => {
  const debt = await scene.newDebt();
  const token = await enter((await grant(debt)).code);
  const ways = [
    (path: string, method: string) => findDebtorGrant(contextOf(token, path, method)),
    (path: string, method: string) => loadDebtorClaims(contextOf(token, path, method)),
    (path: string, method: string) => loadOverview(contextOf(token, path, method), { claimId: null }),
  ];
  for (const way of ways) {
    expect(await outcome(() => way("/claim", "GET"))).toBe("shown");
    expect(await outcome(() => way("/claim/help/pause", "GET"))).toBe("403 not for helpers");
    expect(await outcome(() => way("/claim/arrangement/check", "POST"))).toBe("403 not for helpers");
    expect(await outcome(() => way("/claim/something-new", "GET"))).toBe("403 not for helpers");
  }
  const context = contextOf(token);
  await loadDebtorClaims(context);
  expect(context).toMatchObject({ helper: { rights: "look", debtorName: "J. de Vries" } });
  const proposing = await enter((await grant(debt, { rights: "propose" })).code);
  expect(await outcome(() => loadDebtorClaims(contextOf(proposing, "/claim/arrangement/check", "POST")))).toBe("shown");
});

test("withdrawn: sessions end at once, and the link is as one that was revoked", async () => {
  const debt = await scene.newDebt();
  const { helperId, code, url } = await grant(debt);
  const token = await enter(code);
  const stranger = await scene.newDebt();
  await revokeHelper(scene.services, { debtor: stranger.debtor, helperId, actor: "test" });
  expect(await outcome(() => loadDebtorClaims(contextOf(token)))).toBe("shown");
  await revokeHelper(scene.services, { debtor: debt.debtor, helperId, actor: "test" });
  await revokeHelper(scene.services, { debtor: debt.debtor, helperId, actor: "test" });
  expect(await outcome(() => loadDebtorClaims(contextOf(token)))).toBe("no session");
  expect(await outcome(() => loadOverview(contextOf(token), { claimId: null }))).toBe("no session");
  expect(await findLink(scene.services, { code })).toEqual({ kind: "refused" });
  expect(await findLink(scene.services, { token: url.split("/l/")[1] ?? "" })).toEqual({ kind: "refused" });
  const { prisma } = scene.services.database;
  expect(await prisma.auditEntry.count({ where: { subject: helperId, action: "helper.revoked" } })).toBe(1);
});

test("after its days the link and its session are over, and no new link is offered", async () => {
  const debt = await scene.newDebt();
  const { code, url } = await grant(debt, { days: 1 });
  scene.services.clock.moveTo("2026-11-24T09:00:00.000Z");
  const token = await enter(code);
  scene.services.clock.moveTo("2026-11-24T10:00:00.000Z");
  expect(await outcome(() => loadDebtorClaims(contextOf(token)))).toBe("no session");
  expect(await outcome(() => findDebtorGrant(contextOf(token)))).toBe("no session");
  expect(await findLink(scene.services, { code })).toEqual({ kind: "refused" });
  expect(await findLink(scene.services, { token: url.split("/l/")[1] ?? "" })).toEqual({ kind: "refused" });
});

test("the same form is one link, shown once; ten may look along at a time", async () => {
  const debt = await scene.newDebt();
  const { helperId } = await grant(debt);
  const { debtor, claimId } = debt;
  const order: HelperOrder = { debtor, claimId, helperId, name: "Fatima", rights: "look", days: 14 };
  expect(await grantHelper(scene.services, order)).toEqual({ ok: false, error: { kind: "made_before" } });
  for (let count = 1; count < 10; count += 1) await grant(debt);
  const more = { ...order, helperId: newId("hlp", scene.services.clock.now()) };
  expect(await grantHelper(scene.services, more)).toEqual({ ok: false, error: { kind: "too_many" } });
  for (const days of [0, 31, 1.5, NaN]) {
    expect(await grantHelper(scene.services, { ...more, days })).toMatchObject({ error: { kind: "invalid_request" } });
  }
  const strange = await scene.newDebt();
  expect(await grantHelper(scene.services, { ...more, claimId: strange.claimId })).toMatchObject({ error: { kind: "invalid_request" } }); // prettier-ignore
});

test("what a helper does is noted, what the debtor does is not; the notes cannot be changed", async () => {
  const debt = await scene.newDebt();
  const { helperId, code } = await grant(debt, { rights: "propose" });
  const token = await enter(code);
  const session = await findDebtorGrant(contextOf(token));
  const { prisma } = scene.services.database;
  const { creditorId } = debt.debtor;
  await scene.start([debt], { debtor: { ...debt.debtor, sessionId: session?.sessionId ?? "" } });
  await noteHelperAct(prisma, scene.services, { session: { creditorId, sessionId: "ses_other" }, kind: "changed" });
  const looks = await prisma.helperLook.findMany({ where: { helperId }, orderBy: { id: "asc" } });
  expect(looks.map(({ kind }) => kind)).toEqual(["opened", "proposed"]);
  await expect(prisma.helperLook.updateMany({ where: { helperId }, data: { kind: "none" } })).rejects.toThrow();
  await expect(prisma.helperLook.deleteMany({ where: { helperId } })).rejects.toThrow();
});

test("when the link is revoked by which somebody came in who let a helper look along, the helper is out too", async () => {
  const [debt, other] = [await scene.newDebt(), await scene.newDebt()];
  const { creditorId } = debt.debtor;
  const cameInBy = async ({ claimId, debtor }: TestDebt) => {
    const link = await issueLink(scene.services, { creditorId, claimId, channel: "letter", actor: "test" });
    if (!link.ok) throw new Error(link.error.kind);
    const session = await findDebtorGrant(contextOf(await enter(link.value.code)));
    return { linkId: link.value.id, debtor: { ...debtor, sessionId: session?.sessionId ?? "" } };
  };
  const [thief, owner, stranger] = [await cameInBy(debt), await cameInBy(debt), await cameInBy(other)];
  const [ofThief, ofOwner, ofStranger] = [
    await grant({ ...debt, debtor: thief.debtor }),
    await grant({ ...debt, debtor: owner.debtor }),
    await grant({ ...other, debtor: stranger.debtor }),
  ];
  const token = await enter(ofThief.code);
  expect(await revokeLink(scene.services, { creditorId: "crd_other", linkId: thief.linkId, actor: "test" })).toBe(
    false,
  );
  expect(await outcome(() => loadDebtorClaims(contextOf(token)))).toBe("shown");
  expect(await revokeLink(scene.services, { creditorId, linkId: thief.linkId, actor: "test" })).toBe(true);
  expect(await outcome(() => loadDebtorClaims(contextOf(token)))).toBe("no session");
  expect(await outcome(() => loadOverview(contextOf(token), { claimId: null }))).toBe("no session");
  expect(await findLink(scene.services, { code: ofThief.code })).toEqual({ kind: "refused" });
  expect((await listHelpers(scene.services, debt.debtor)).map(({ id, state }) => `${id} ${state}`).sort()).toEqual([`${ofThief.helperId} withdrawn`, `${ofOwner.helperId} open`].sort()); // prettier-ignore
  expect(await listHelpers(scene.services, other.debtor)).toMatchObject([{ id: ofStranger.helperId, state: "open" }]);
  expect(await outcome(async () => loadDebtorClaims(contextOf(await enter(ofOwner.code))))).toBe("shown");
  const { prisma } = scene.services.database;
  const noted = await prisma.auditEntry.findMany({ where: { action: "helper.revoked", subject: { in: [ofThief.helperId, ofOwner.helperId] } } }); // prettier-ignore
  expect(noted.map(({ subject }) => subject)).toEqual([ofThief.helperId]);
});

test("a helper who says that the link is not for them ends only that link", async () => {
  const debt = await scene.newDebt();
  const { helperId, code } = await grant(debt);
  const found = await findLink(scene.services, { code });
  if (found.kind !== "valid") throw new Error(found.kind);
  await reportWrongPerson(scene.services, { link: found.link, answer: "unsure" });
  expect(await listHelpers(scene.services, debt.debtor)).toMatchObject([{ id: helperId, state: "withdrawn" }]);
  expect(await scene.pausesOf(debt)).toEqual([]);
  expect(await scene.eventTypesOf(debt)).toEqual(["claim.opened"]);
});
