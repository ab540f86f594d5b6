import { afterAll, beforeAll, expect, test } from "vitest";
import { createCreditor } from "#app/server/creditors/create-creditor.server.ts";
import { createUser } from "#app/server/creditors/create-user.server.ts";
import { createTestServices, type TestServices } from "../../support/services.ts";

let services: TestServices;

beforeAll(async () => void (services = await createTestServices()));
afterAll(() => services.close());

const order = {
  name: "  Loodgieter   Jansen ",
  iban: "nl91 abna 0417 1643 00",
  canDeductVat: false,
  actor: "operator",
};

test("a creditor is stored with a tidy name and account", async () => {
  const created = await createCreditor(services, order);
  const id = created.ok ? created.value.id : "";
  const stored = await services.database.prisma.creditor.findUniqueOrThrow({ where: { id } });

  expect(stored).toMatchObject({
    name: "Loodgieter Jansen",
    accountHolder: "Loodgieter Jansen",
    iban: "NL91ABNA0417164300",
    canDeductVat: false,
  });
});

test.each([
  [{ iban: "NL92ABNA0417164300" }, "wrong_iban_check_digits"],
  [{ iban: "" }, "unreadable_iban"],
  [{ name: " " }, "name_missing"],
  [{ name: "x".repeat(71) }, "name_too_long"],
])("a creditor with %j is refused", async (changes, kind) => {
  expect(await createCreditor(services, { ...order, ...changes })).toMatchObject({ ok: false, error: { kind } });
});

test("a user belongs to a creditor, once by each address", async () => {
  const creditor = await createCreditor(services, order);
  const creditorId = creditor.ok ? creditor.value.id : "";
  const user = { creditorId, email: " A.Jansen@Example.nl", role: "owner", actor: "operator" } as const;
  const created = await createUser(services, user);

  expect(created).toMatchObject({ ok: true, value: { id: expect.stringMatching(/^usr_/) as string } });
  expect(await createUser(services, { ...user, email: "a.jansen@example.NL" })).toMatchObject({ ok: false, error: { kind: "user_exists" } }); // prettier-ignore
  expect(await createUser(services, { ...user, email: "jansen" })).toMatchObject({ ok: false, error: { kind: "not_an_email_address" } }); // prettier-ignore
  expect(await createUser(services, { ...user, creditorId: "crd_x" })).toMatchObject({ ok: false, error: { kind: "creditor_not_found" } }); // prettier-ignore
});
