import { ticketCookie } from "./ticket-cookie.server.ts";

/** Of debtors: half an hour without use ends it. */
export const debtorCookie = ticketCookie({ name: "__Host-voldaan", purpose: "session-cookie", idleMinutes: 30 });

/** Of those who work for a creditor: a working day. */
export const inboxCookie = ticketCookie({
  name: "__Host-voldaan-inbox",
  purpose: "inbox-cookie",
  idleMinutes: 12 * 60,
});
