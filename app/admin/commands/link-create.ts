import { issueLink } from "#app/server/access/issue-link.server.ts";
import { printPaperCode } from "#app/server/platform/crypto/paper-code.server.ts";
import { type Command, needed, Refused } from "../command.ts";

export const linkCreate: Command = {
  name: "link:create",
  usage: "--claim ID",
  does: "makes a magic link and its paper code",
  options: { claim: { type: "string" } },
  async run(services, options) {
    const claimId = needed(options, "claim");
    // An operator names a claim by its id alone; everybody else asks in a creditor's name.
    const claim = await services.database.prisma.claim.findUnique({
      where: { id: claimId },
      select: { creditorId: true },
    });
    if (!claim) throw new Refused("there is no such claim");
    const issued = await issueLink(services, {
      creditorId: claim.creditorId,
      claimId,
      channel: "none",
      actor: "operator",
    });
    if (!issued.ok) throw new Refused("the link could not be made");
    const { id, url, code } = issued.value;
    return { json: { id, url, code }, lines: [`Link ${id}`, url, `Code ${printPaperCode(code)}`] };
  },
};
