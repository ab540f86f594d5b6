import { open, rm } from "node:fs/promises";
import { CLAIM_STATUSES } from "#app/domain/claim.ts";
import { bulkLinksCsv } from "#app/server/access/bulk-links-csv.server.ts";
import { issueBulkLinks, MOST_BULK_LINKS } from "#app/server/access/bulk-links.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { type Command, needed, Refused, WrongUse } from "../command.ts";

const CHANNELS = ["none", "email", "sms", "letter"] as const;

export const linksExport: Command = {
  name: "links:export",
  usage: "--creditor ID --out F [--status S] [--channel C] [--expires-at T]",
  does: "makes links to a creditor's claims and writes them as CSV for a mail merge",
  options: {
    creditor: { type: "string" },
    out: { type: "string" },
    status: { type: "string" },
    channel: { type: "string" },
    "expires-at": { type: "string" },
  },
  async run(services, options) {
    const creditorId = needed(options, "creditor");
    const out = needed(options, "out");
    const status = options["status"] === undefined ? "open" : oneOf(CLAIM_STATUSES, { name: "status", value: options["status"] }); // prettier-ignore
    const channel = options["channel"] === undefined ? "letter" : oneOf(CHANNELS, { name: "channel", value: options["channel"] }); // prettier-ignore
    const expiresAt = typeof options["expires-at"] === "string" ? timeOf(options["expires-at"]) : undefined;
    const creditors = await services.database.prisma.creditor.count({ where: { id: creditorId } });
    if (creditors === 0) throw new Refused("there is no such creditor");
    // Before any link is made, and for nobody but its owner: what is in it opens claims.
    const file = await open(out, "wx", 0o600).catch(() => {
      throw new Refused(`${out} is there already, or cannot be written`);
    });
    try {
      const batchId = newId("lbt", services.clock.now());
      const order = { creditorId, batchId, selection: { kind: "all", status }, channel, actor: "operator" } as const;
      const issued = await issueBulkLinks(services, expiresAt ? { ...order, expiresAt } : order);
      if (!issued.ok) throw new Refused(issued.error.kind === "too_many_claims" ? `more than ${MOST_BULK_LINKS} claims are ${status}` : "--expires-at is not in the future, or more than 400 days away"); // prettier-ignore
      for await (const part of bulkLinksCsv(services, { creditorId, batchId })) await file.write(part);
      await file.close();
      return { json: { count: issued.value, out }, lines: [`${issued.value} links in ${out}`] };
    } catch (error) {
      await file.close();
      await rm(out, { force: true });
      throw error;
    }
  },
};

function oneOf<Name extends string>(
  names: readonly Name[],
  { name, value }: { name: string; value: string | boolean },
): Name {
  const found = names.find((known) => known === value);
  if (!found) throw new WrongUse(`--${name} is ${names.join(", ")}`);
  return found;
}

function timeOf(text: string): Date {
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text)))
    return new Date(text);
  throw new WrongUse("--expires-at is a time such as 2027-06-30T12:00:00Z");
}
