import type { AppLoadContext } from "@remix-run/node";
import { type DebtorGrant, findDebtorGrant } from "./debtor-session.server.ts";

/** The debtor whose session this is, or the page that explains how to come in again. */
export async function requireDebtor(context: AppLoadContext): Promise<DebtorGrant> {
  const grant = await findDebtorGrant(context);
  if (!grant) throw new Response(null, { status: 401, statusText: "session ended" });
  return grant;
}
