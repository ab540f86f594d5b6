import { createUser, USER_ROLES, type UserRole } from "#app/server/creditors/create-user.server.ts";
import { type Command, needed, Refused, WrongUse } from "../command.ts";

export const userCreate: Command = {
  name: "user:create",
  usage: "--creditor ID --email E [--role owner|handler|reader]",
  does: "adds somebody who works for a creditor",
  options: { creditor: { type: "string" }, email: { type: "string" }, role: { type: "string" } },
  async run(services, options) {
    const role = options["role"] ?? "owner";
    if (!USER_ROLES.includes(role as UserRole)) throw new WrongUse(`--role is one of ${USER_ROLES.join(", ")}`);
    const created = await createUser(services, {
      creditorId: needed(options, "creditor"),
      email: needed(options, "email"),
      role: role as UserRole,
      actor: "operator",
    });
    if (created.ok) return { json: created.value, lines: [`User ${created.value.id}`] };
    switch (created.error.kind) {
      case "creditor_not_found":
        throw new Refused("there is no such creditor");
      case "not_an_email_address":
        throw new Refused("that is no e-mail address");
      case "user_exists":
        throw new Refused("this address is a user of this creditor already");
    }
  },
};
