import { afterAll, beforeAll, expect, test } from "vitest";
import { findCreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { inboxCookie } from "#app/server/access/session-cookie.server.ts";
import { requestSignInCode, signInWithCode, signInWithLink } from "#app/server/access/sign-in-code.server.ts";
import { createCreditor } from "#app/server/creditors/create-creditor.server.ts";
import { createUser } from "#app/server/creditors/create-user.server.ts";
import { clearExpired } from "#app/server/housekeeping/clear-expired.server.ts";
import { createTestServices, type TestServices } from "../../support/services.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let services: TestServices;
let creditorId: string;
let count = 0;

beforeAll(async () => {
  services = await createTestServices();
  const made = await createCreditor(services, { name: "De Boomhut", iban: "NL91ABNA0417164300", canDeductVat: true, actor: "test" }); // prettier-ignore
  if (!made.ok) throw new Error(made.error.kind);
  creditorId = made.value.id;
});

afterAll(() => services.close());

async function newUser(): Promise<string> {
  count += 1;
  const email = `user-${count}@boomhut.example`;
  const made = await createUser(services, { creditorId, email, role: "handler", actor: "test" });
  if (!made.ok) throw new Error(made.error.kind);
  return email;
}

/** Each person asks from a network of their own. */
const ask = (typed: string) => requestSignInCode(services, { typed, language: "nl", from: `from ${typed}` });

async function newAttempt(email: string): Promise<{ attemptId: string; code: string; wrong: string }> {
  const asked = await ask(email);
  if (!asked.ok) throw new Error(asked.error.kind);
  const mail = await services.database.prisma.outgoingMail.findFirstOrThrow({ where: { recipient: email }, orderBy: { id: "desc" } }); // prettier-ignore
  const code = (/\b\d{4} \d{4}\b/.exec(mail.text)?.[0] ?? "").replace(" ", "");
  return { attemptId: asked.value, code, wrong: code === "12345678" ? "87654321" : "12345678" };
}

async function type(attemptId: string, typed: string, from = attemptId): Promise<string> {
  const signedIn = await signInWithCode(services, { attemptId, typed, from });
  return signedIn.ok ? "signed in" : signedIn.error.kind;
}

test("after five wrong codes the right one is too late", async () => {
  const { attemptId, code, wrong } = await newAttempt(await newUser());
  const answers = [];
  for (let tries = 0; tries < 5; tries += 1) answers.push(await type(attemptId, wrong));
  expect([...answers, await type(attemptId, code)]).toEqual(["wrong", "wrong", "wrong", "wrong", "over", "over"]);
});

test("wrong codes at the same time are no more than five either", async () => {
  const { attemptId, code, wrong } = await newAttempt(await newUser());
  await Promise.all(Array.from({ length: 8 }, () => type(attemptId, wrong)));
  expect(await type(attemptId, code)).toBe("over");
});

test("what is no code counts for no try, and the right one opens a session once", async () => {
  const { attemptId, code, wrong } = await newAttempt(await newUser());
  const answers = [await type(attemptId, ""), await type(attemptId, "12 34"), await type(attemptId, wrong)];
  const together = await Promise.all([type(attemptId, code), type(attemptId, code)]);
  expect([...answers, ...together.sort()]).toEqual(["missing", "unreadable", "wrong", "over", "signed in"]);
});

test("a code is too old after ten minutes, and leaves after a day", async () => {
  const { attemptId, code } = await newAttempt(await newUser());
  services.clock.advance(10 * MINUTE_MS);
  expect(await type(attemptId, code)).toBe("over");
  services.clock.advance(25 * HOUR_MS);
  await clearExpired(services);
  expect(await services.database.prisma.signInCode.count({ where: { id: attemptId } })).toBe(0);
});

test("the code stands nowhere but in the mail, and not in its subject", async () => {
  const { attemptId, code } = await newAttempt(await newUser());
  const stored = await services.database.prisma.signInCode.findUniqueOrThrow({ where: { id: attemptId } });
  expect(JSON.stringify(stored)).not.toContain(code);
  const mail = await services.database.prisma.outgoingMail.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(mail.subject).toBe("Uw code om in te loggen");
});

test("an address gets five codes an hour, known or not", async () => {
  for (const email of [await newUser(), "niemand@nergens.example"]) {
    const answers = [];
    for (let times = 0; times < 6; times += 1) answers.push((await ask(email)).ok);
    expect(answers).toEqual([true, true, true, true, true, false]);
  }
});

test("an attempt that never was answers as one that is over, and many wrong codes from one place end in a pause", async () => {
  const answers = [];
  for (let tries = 0; tries < 31; tries += 1) answers.push(await type("sic_none", "12345678", "one place"));
  expect(new Set(answers.slice(0, 30))).toEqual(new Set(["over"]));
  expect(answers[30]).toBe("busy");
});

test("a session ends after a week of use, and after twelve hours without", async () => {
  const { attemptId, code } = await newAttempt(await newUser());
  const signedIn = await signInWithCode(services, { attemptId, typed: code, from: "session" });
  if (!signedIn.ok) throw new Error(signedIn.error.kind);
  const { token } = signedIn.value;
  const stamp = () => ({ keys: services.keys, now: services.clock.now() });
  const cookie = inboxCookie.write(token, stamp()).split(";")[0] ?? "";
  services.clock.advance(12 * HOUR_MS);
  expect(inboxCookie.read(cookie, stamp())?.token).toBe(token);
  services.clock.advance(MINUTE_MS);
  expect(inboxCookie.read(cookie, stamp())).toBeNull();
  expect(await findCreditorGrant(services, token)).toMatchObject({ creditorId, role: "handler" });
  services.clock.advance(7 * 24 * HOUR_MS);
  expect(await findCreditorGrant(services, token)).toBeNull();
});

test("who is refused already uses up nobody else's codes", async () => {
  const email = await newUser();
  const ask = (typed: string, from: string) => requestSignInCode(services, { typed, language: "nl", from });
  for (let asked = 0; asked < 30; asked += 1) await ask(`nobody-${asked}@example.org`, "a greedy place");
  for (let asked = 0; asked < 6; asked += 1) expect(await ask(email, "a greedy place")).toMatchObject({ ok: false });
  expect(await ask(email, "another place")).toMatchObject({ ok: true });
});

async function linkFor(email: string): Promise<string> {
  const mail = await services.database.prisma.outgoingMail.findFirstOrThrow({ where: { recipient: email }, orderBy: { id: "desc" } }); // prettier-ignore
  return /\/creditor\/sign-in\/link\/([\w-]{43})/.exec(mail.text)?.[1] ?? "";
}

const open = async (token: string) => ((await signInWithLink(services, { token })) ? "signed in" : "over");

test("the link of the mail signs in once, within a quarter of an hour, and leaves the code as it is", async () => {
  const email = await newUser();
  const { attemptId, code } = await newAttempt(email);
  const token = await linkFor(email);
  const both = await Promise.all([open(token), open(token)]);
  expect([...both].sort()).toEqual(["over", "signed in"]);
  expect(await open(token)).toBe("over");
  expect(await type(attemptId, code)).toBe("signed in");

  await newAttempt(email);
  const old = await linkFor(email);
  services.clock.advance(15 * MINUTE_MS);
  expect(await open(old)).toBe("over");
});

test("who signed in with the code has no link left, and nobody signs in with a link that was never mailed", async () => {
  const email = await newUser();
  const { attemptId, code } = await newAttempt(email);
  const token = await linkFor(email);
  expect(await type(attemptId, code)).toBe("signed in");
  expect(await open(token)).toBe("over");
  await ask("niemand@nergens.example");
  const row = await services.database.prisma.signInCode.findFirstOrThrow({ where: { email: null } });
  expect([row.email, row.linkHash === null]).toEqual([null, false]);
  expect(await open(row.linkHash ?? "")).toBe("over");
  expect(await open("")).toBe("over");
});

test("the link goes on to the page that was asked for, and to none of somebody else", async () => {
  const to = async (path: string) => {
    const email = await newUser();
    await requestSignInCode(services, { typed: email, language: "nl", from: path, to: path });
    const mail = await services.database.prisma.outgoingMail.findFirstOrThrow({ where: { recipient: email } });
    return /\/link\/[\w-]{43}(\S*)/.exec(mail.text)?.[1];
  };
  expect(await to("/creditor/claims/clm_1")).toBe("?to=%2Fcreditor%2Fclaims%2Fclm_1");
  expect(await to("//evil.example")).toBe("");
});
