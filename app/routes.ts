import { index, prefix, route, type RouteConfig } from "@remix-run/route-config";

export default [
  index("routes/home.tsx"),
  route("help", "routes/help.tsx"),

  // The debtor: a link or a paper code opens a session, the session opens the claim.
  route("l/:token", "routes/debtor/open-link.tsx"),
  route("c", "routes/debtor/type-code.tsx"),
  route("c/:code", "routes/debtor/open-code.tsx"),
  ...prefix("claim", [
    index("routes/debtor/overview.tsx"),
    route("letters", "routes/debtor/letters.tsx"),
    route("letters/:letterId", "routes/debtor/letter.tsx"),
    route("documents/:documentId", "routes/debtor/document.ts"),
    ...prefix("arrangement", [
      index("routes/debtor/arrangement/index.tsx"),
      route("deposit", "routes/debtor/arrangement/deposit.tsx"),
      route("spare", "routes/debtor/arrangement/spare.tsx"),
      route("budget", "routes/debtor/arrangement/budget.tsx"),
      route("unaffordable", "routes/debtor/arrangement/unaffordable.tsx"),
      route("day", "routes/debtor/arrangement/day.tsx"),
      route("plan", "routes/debtor/arrangement/plan.tsx"),
      route("reason", "routes/debtor/arrangement/reason.tsx"),
      route("check", "routes/debtor/arrangement/check.tsx"),
      route("agreement", "routes/debtor/arrangement/agreement.ts"),
    ]),
    route("pay", "routes/debtor/pay.tsx"),
    route("pay/transfer", "routes/debtor/transfer.tsx"),
    route("pay/:paymentId", "routes/debtor/checkout.tsx"),
    route("receipts/:paymentId", "routes/debtor/receipt.ts"),
    route("leave", "routes/debtor/leave.tsx"),
  ]),
  // Back from the bank, perhaps in another browser: the id in the address is all there is.
  route("return/:returnId", "routes/debtor/payment-return.tsx"),

  // The creditor: what waits for an answer.
  ...prefix("inbox", [
    index("routes/creditor/inbox.tsx"),
    route("sign-in", "routes/creditor/sign-in.tsx"),
    route("sign-in/:attemptId", "routes/creditor/sign-in-code.tsx"),
    route("choose", "routes/creditor/choose-creditor.tsx"),
    route("sign-out", "routes/creditor/sign-out.ts"),
    route("arrangements/:arrangementId", "routes/creditor/arrangement.tsx"),
    route("arrangements/:arrangementId/counter", "routes/creditor/counter.tsx"),
  ]),

  // Machines.
  route("hooks/mollie/:paymentId?", "routes/hooks/mollie.ts"),
  route("api/openapi.json", "routes/api/openapi.ts"),
  ...prefix("api/v1", [
    route("claims", "routes/api/claims.ts"),
    route("claims/:claim", "routes/api/claim.ts"),
    route("claims/:claim/statement", "routes/api/claim-statement.ts"),
    route("claims/:claim/payments", "routes/api/claim-payments.ts"),
    route("claims/:claim/credits", "routes/api/claim-credits.ts"),
    route("claims/:claim/links", "routes/api/claim-links.ts"),
    route("claims/:claim/messages", "routes/api/claim-messages.ts"),
    route("claims/:claim/arrangements", "routes/api/claim-arrangements.ts"),
    route("arrangements", "routes/api/arrangements.ts"),
    route("arrangements/:arrangement", "routes/api/arrangement.ts"),
    route("arrangements/:arrangement/accept", "routes/api/arrangement-accept.ts"),
    route("arrangements/:arrangement/counter", "routes/api/arrangement-counter.ts"),
    route("arrangements/:arrangement/decline", "routes/api/arrangement-decline.ts"),
    route("arrangements/:arrangement/cancel", "routes/api/arrangement-cancel.ts"),
    route("policy", "routes/api/policy.ts"),
    route("policy/simulation", "routes/api/policy-simulation.ts"),
    route("links/:link", "routes/api/link.ts"),
    route("payments/:payment", "routes/api/payment.ts"),
    route("imports", "routes/api/imports.ts"),
    route("imports/:import", "routes/api/import.ts"),
    route("events", "routes/api/events.ts"),
    route("events/:event/redeliver", "routes/api/event-redeliver.ts"),
    route("webhook-endpoints", "routes/api/webhook-endpoints.ts"),
    route("webhook-endpoints/:endpoint", "routes/api/webhook-endpoint.ts"),
    route("webhook-endpoints/:endpoint/rotate-secret", "routes/api/webhook-endpoint-rotate-secret.ts"),
    route("webhook-endpoints/:endpoint/test", "routes/api/webhook-endpoint-test.ts"),
    route("webhook-endpoints/:endpoint/recover", "routes/api/webhook-endpoint-recover.ts"),
    route("webhook-endpoints/:endpoint/deliveries", "routes/api/webhook-endpoint-deliveries.ts"),
    route("*", "routes/api/not-found.ts"),
  ]),

  // Outside production: what would have gone out by mail.
  route("dev/outbox", "routes/dev/outbox.tsx"),
  route("dev/outbox/:mailId", "routes/dev/outbox-mail.tsx"),

  route("refused", "routes/refused.tsx"),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
