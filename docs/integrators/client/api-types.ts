// Generated from the OpenAPI document by scripts/generate-client.ts. Do not edit.

export interface paths {
  "/arrangements": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List arrangements, newest first
     * @description `status=proposed` is what waits for you.
     *
     *     Scope: `arrangements:read`.
     */
    get: operations["listArrangements"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/arrangements/{arrangement}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get an arrangement
     * @description Scope: `arrangements:read`.
     */
    get: operations["getArrangement"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/arrangements/{arrangement}/accept": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Accept what the debtor proposes
     * @description The plan runs from today, and the debtor is told.
     *
     *     Scope: `arrangements:write`.
     */
    post: operations["acceptArrangement"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/arrangements/{arrangement}/cancel": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * End a plan, or take an offer back
     * @description What was paid stays paid. From tomorrow on interest and costs follow your terms again.
     *
     *     Scope: `arrangements:write`.
     */
    post: operations["cancelArrangement"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/arrangements/{arrangement}/counter": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Offer the debtor something else
     * @description A schedule of your own, within your policy or not. The debtor is told, and accepts, asks something else or lets it go.
     *
     *     Scope: `arrangements:write`.
     */
    post: operations["counterArrangement"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/arrangements/{arrangement}/decline": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Decline what the debtor proposes
     * @description Scope: `arrangements:write`.
     */
    post: operations["declineArrangement"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/claims": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List claims, newest first
     * @description Scope: `claims:read`.
     */
    get: operations["listClaims"];
    put?: never;
    /**
     * Create a claim
     * @description Checked against the law before it is taken in: what may not be asked is refused with the amount allowed. The same body again answers 200 with the claim that is there, and changes nothing. With `dryRun=true` everything is checked and nothing is stored.
     *
     *     Scope: `claims:write`.
     */
    post: operations["createClaim"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/claims/{claim}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a claim
     * @description Scope: `claims:read`.
     */
    get: operations["getClaim"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change a claim
     * @description Changes the description, replaces the metadata, or sets the day on which the notice was delivered, or sent by post, once, while the claim is open. `debtor` corrects how the debtor is reached, and null takes something away; a mail address or phone that you name is used again, also when somebody there said that it was not for them. Amounts, and who owes them, are corrected by a credit and a new claim.
     *
     *     Scope: `claims:write`.
     */
    patch: operations["changeClaim"];
    trace?: never;
  };
  "/claims/{claim}/arrangements": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Offer an arrangement
     * @description Your own schedule for this claim, and for others of the same debtor that you name. It has to add up to what is open today, less what your policy gives up. It waits for the debtor as a counter-offer does.
     *
     *     Scope: `arrangements:write`.
     */
    post: operations["createArrangement"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/claims/{claim}/close": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Close a claim
     * @description Nothing is asked any more and nobody can pay here; the debtor is told with your reason. A pause or a dispute ends, a plan goes on without this claim. Money that is on its way becomes credit of the debtor. It cannot be undone; closing again changes nothing.
     *
     *     Scope: `claims:write`.
     */
    post: operations["closeClaim"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/claims/{claim}/credits": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Reduce a claim
     * @description Books a credit note of today: the principal first, of the invoice when one is named. What was paid already becomes credit of the debtor, so more than the open principal is allowed, up to all that was charged and not credited before.
     *
     *     Scope: `claims:write`.
     */
    post: operations["createCredit"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/claims/{claim}/links": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Issue a magic link to a claim
     * @description The address and the code give the same rights. Both are answered this once: only what proves them is kept. With `email` or `sms` it also goes to the address or number that you registered, as soon as a debtor may be approached: Monday to Saturday, 07:00 to 20:00. Without `expiresAt` a link lives 90 days.
     *
     *     Scope: `links:write`.
     */
    post: operations["createLink"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/claims/{claim}/messages": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the correspondence of a claim, what was sent last first
     * @description Scope: `messages:read`.
     */
    get: operations["listMessages"];
    put?: never;
    /**
     * Add a letter, mail, text message or call to a claim
     * @description The debtor sees it among the letters. Nothing is sent. As `multipart/form-data` it takes files along, each in a field `files`; they become `documents`. Images are made anew, without position and other remarks. A PDF stays as it is. Where a scanner is set up, an infected file is refused. Control characters and links to this portal are left out of the text.
     *
     *     Scope: `messages:write`.
     */
    post: operations["createMessage"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/claims/{claim}/pause": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Let a claim rest
     * @description From today no reminders and no collections, from tomorrow no new costs. Paying stays possible. `until` is the last day, included; without it the pause lasts until you resume. A claim that rests by your own pause takes the new day and reason; what the debtor asked for is only ever made longer.
     *
     *     Scope: `claims:write`.
     */
    post: operations["pauseClaim"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/claims/{claim}/payments": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Record money that came outside the portal
     * @description Counts for the day it was received. Costs that are due are paid first, then interest, then principal (BW 6:44); what is more than the open amount becomes credit of the debtor. A second payment with the reference, amount and day of an earlier one is refused as the same.
     *
     *     Scope: `payments:write`.
     */
    post: operations["createPayment"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/claims/{claim}/resume": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Go on with a claim that rests
     * @description Ends the pause, whoever asked for it; the debtor is told. An instalment whose day came during the pause is due a week from today.
     *
     *     Scope: `claims:write`.
     */
    post: operations["resumeClaim"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/claims/{claim}/statement": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the amounts of a claim as of a day
     * @description As of the end of that day in the Netherlands; today when no day is given. Worked out from the ledger alone.
     *
     *     Scope: `claims:read`.
     */
    get: operations["getStatement"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/disputes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List disputes, newest first
     * @description `status=open` is what waits for you.
     *
     *     Scope: `disputes:read`.
     */
    get: operations["listDisputes"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/disputes/{dispute}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a dispute with its conversation
     * @description Scope: `disputes:read`.
     */
    get: operations["getDispute"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/disputes/{dispute}/messages": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask the debtor something, or tell something
     * @description The debtor gets it by mail and finds it among the letters. After a question the dispute waits for the debtor, who can send files along.
     *
     *     Scope: `disputes:write`.
     */
    post: operations["createDisputeMessage"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/disputes/{dispute}/resolve": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Decide a dispute
     * @description `upheld` takes all that was disputed off the claim, or what `credit` says; `partly_upheld` takes off what `credit` says; `rejected` takes nothing off. Principal comes off as of the day it was charged, so that interest and collection costs over it go too. What was paid too much becomes credit. The debtor reads the explanation, and where to complain.
     *
     *     Scope: `disputes:write`.
     */
    post: operations["resolveDispute"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/documents/{document}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a file of a message, a dispute or a claim
     * @description The bytes as they are kept, under the name they came with. What a debtor sent comes from outside: save it, and do not show it as your own.
     *
     *     Scope: `documents:read`.
     */
    get: operations["getDocument"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/events": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Pull the events, oldest first
     * @description Every event of the last 90 days in the order of the feed. Go on with the id of the last event you have: nothing is skipped and nothing comes twice.
     *
     *     Scope: `events:read`.
     */
    get: operations["listEvents"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/events/{event}/redeliver": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send an event again
     * @description Under the same `webhook-id`, to every enabled endpoint that asks for its type, also one that has it; or to `endpoint` alone.
     *
     *     Scope: `webhooks:write`.
     */
    post: operations["redeliverEvent"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/imports": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List imports
     * @description Scope: `imports:read`.
     */
    get: operations["listImports"];
    put?: never;
    /**
     * Import claims from a file
     * @description **UBL** (`application/xml`, at most 20 MB): an invoice or credit note as SI-UBL 1.2, SI-UBL 2.0 or Peppol BIS Billing 3. An invoice becomes a claim under its number, `commercial` where the customer has a company number, else `consumer`; documents embedded in it become documents of the claim. A credit note reduces the invoice that it names, at most by what was charged and not credited before; what was paid already becomes credit of the debtor.
     *
     *     **Zip of UBL** (`application/zip`): each `.xml` in it a row, in the order of the zip.
     *
     *     **CSV** (`text/csv`): an invoice a line under the names of `GET /imports/template.csv`, in Dutch or English; lines of one reference that follow each other are one claim. Semicolons, commas or tabs; UTF-8, UTF-16 or Windows-1252; `1.234,56` or `1234.56`; `31-12-2026` or `2026-12-31`.
     *
     *     **JSON lines** (`application/x-ndjson`): the body of `POST /claims` a line.
     *
     *     All but UBL have at most 100 MB and 200000 rows. The work is done in the background: follow `Location`. The same file again changes nothing, and neither does a row that is the same as a claim that is there; one with the same reference and another content fails. What is wrong with the file as a whole fails the import before anything is taken in.
     *
     *     Scope: `imports:write`.
     */
    post: operations["createImport"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/imports/{import}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get an import: how far it is, and what became of its rows
     * @description Scope: `imports:read`.
     */
    get: operations["getImport"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/imports/{import}/errors.csv": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Download the errors of an import as a table
     * @description One error a line, separated by semicolons, in UTF-8 with a byte order mark: Excel opens it as it is.
     *
     *     Scope: `imports:read`.
     */
    get: operations["getImportErrors"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/imports/{import}/rows": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the rows of an import
     * @description In the order of the file.
     *
     *     Scope: `imports:read`.
     */
    get: operations["listImportRows"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/imports/template.csv": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Download the table to fill in
     * @description The names of all columns, and an example to take out. Excel opens it as it is.
     *
     *     Scope: `imports:read`.
     */
    get: operations["getImportTemplate"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/link-keys": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the keys that you sign links with
     * @description Newest first, also those that were taken back.
     *
     *     Scope: `link-keys:read`.
     */
    get: operations["listLinkKeys"];
    put?: never;
    /**
     * Register a public key to sign links with
     * @description From then on a link opens that you signed yourself, without a call to us: `/l/` and a JWT with the header `alg`, `typ` `magic-link+jwt` and `kid`, over `iss` (your creditor id), `aud` (the address of this portal), `sub` (your own reference of the claim), `jti` (1 to 64 letters, digits or `. _ ~ -`, never used for another link), `iat` and `exp`, at most 400 days later. Ed25519 signs with EdDSA, P-256 with ES256, RSA of 2,048 to 4,096 bits with RS256. Several keys live side by side, so that you can change them at leisure. A private key is refused.
     *
     *     Scope: `link-keys:write`.
     */
    post: operations["createLinkKey"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/link-keys/{linkKey}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take a key back
     * @description Every link that it signed ends, and the sessions they opened. Its `kid` stays taken. Doing it again changes nothing.
     *
     *     Scope: `link-keys:write`.
     */
    delete: operations["deleteLinkKey"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/links/{link}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Revoke a link
     * @description Ends the link, its code, and the sessions they opened. Doing it again changes nothing. `jti:` and a `jti` revokes a link that you signed yourself, also before anybody used it.
     *
     *     Scope: `links:write`.
     */
    delete: operations["deleteLink"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/links/bulk": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Issue links to up to 10,000 claims as CSV for a mail merge
     * @description One row for each claim, with its own link and code, under the names `reference,url,code,codeUrl,checkWords,expiresAt`; all links are made, or none. A value that a spreadsheet would take for a formula has an apostrophe in front. Send an `Idempotency-Key`: for 24 hours the same request gets the same rows again and makes no more links, so that an answer that got lost loses nothing. Codes and addresses are not kept for that; they are worked out again. At most 60 times an hour.
     *
     *     Scope: `links:write`.
     */
    post: operations["createBulkLinks"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/payments/{payment}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a payment
     * @description Scope: `payments:read`.
     */
    get: operations["getPayment"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/payments/{payment}/refunds": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Pay a payment back, or a part of it
     * @description Through the payment provider to the account that it came from; `payment.refunded` follows once the money has gone, or, with `refund.status` `cancelled`, once it is clear that it will not go. Of money that came outside the portal you pay it back yourself, and this books it. At most what is left of the payment.
     *
     *     Scope: `payments:write`.
     */
    post: operations["createRefund"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/policy": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the arrangements you agree to
     * @description As you set it, or what everybody starts with.
     *
     *     Scope: `policy:read`.
     */
    get: operations["getPolicy"];
    /**
     * Set the arrangements you agree to
     * @description The whole policy at once: what is left out is refused, field by field. The answer of GET can be sent as it is. Arrangements that were proposed before keep to the policy of their first day.
     *
     *     Scope: `policy:write`.
     */
    put: operations["putPolicy"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/policy/simulation": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Try a policy on your last claims
     * @description What the policy would have answered, by the very code that answers debtors: for each of your last 500 claims its amount on the day it came in, with each amount a month. Nothing is sent and nothing is stored. Without `policy` your own is tried; without `frequency` and `payDay` the first that it offers, monthly when it does. The budget sheet counts as filled in.
     *
     *     Scope: `policy:read`.
     */
    post: operations["simulatePolicy"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/webhook-endpoints": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the endpoints, newest first
     * @description Scope: `webhooks:read`.
     */
    get: operations["listWebhookEndpoints"];
    put?: never;
    /**
     * Add an endpoint
     * @description Webhooks follow Standard Webhooks 1.0.0. An address that is not public, or not https, is refused.
     *
     *     Scope: `webhooks:write`.
     */
    post: operations["createWebhookEndpoint"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/webhook-endpoints/{endpoint}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get an endpoint
     * @description Scope: `webhooks:read`.
     */
    get: operations["getWebhookEndpoint"];
    put?: never;
    post?: never;
    /**
     * Take an endpoint away
     * @description Nothing more goes to it. The events stay in the feed.
     *
     *     Scope: `webhooks:write`.
     */
    delete: operations["deleteWebhookEndpoint"];
    options?: never;
    head?: never;
    /**
     * Change an endpoint
     * @description Enabling a disabled endpoint sends, in order, all that was held.
     *
     *     Scope: `webhooks:write`.
     */
    patch: operations["changeWebhookEndpoint"];
    trace?: never;
  };
  "/webhook-endpoints/{endpoint}/deliveries": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List what was sent to an endpoint, newest first, with every attempt
     * @description Scope: `webhooks:read`.
     */
    get: operations["listDeliveries"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/webhook-endpoints/{endpoint}/diagnosis": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Ask what is wrong with a receiver
     * @description Judged by its last twenty attempts: what happened, what became of the events, and what to do.
     *
     *     Scope: `webhooks:read`.
     */
    get: operations["diagnoseWebhookEndpoint"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/webhook-endpoints/{endpoint}/recover": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send again what did not arrive
     * @description Everything that happened from `since` to `until`, both included, and was held, given up or waits for a retry: in order, under the same `webhook-id`. With `delivered` also what arrived: a receiver that remembers ids answers it and does nothing. Enables the endpoint.
     *
     *     Scope: `webhooks:write`.
     */
    post: operations["recoverWebhookEndpoint"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/webhook-endpoints/{endpoint}/rotate-secret": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give an endpoint a new secret
     * @description Until `previousSecretUntil` webhooks are signed with both, so that the receiver changes over in its own time.
     *
     *     Scope: `webhooks:write`.
     */
    post: operations["rotateWebhookSecret"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/webhook-endpoints/{endpoint}/test": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send a test event
     * @description `webhook.test` goes to this endpoint the way every event goes. See its deliveries for what came of it.
     *
     *     Scope: `webhooks:write`.
     */
    post: operations["testWebhookEndpoint"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    AcceptBody: {
      /** @description The offer that was decided on: refused when there is a newer one. Without it the newest counts. */
      version?: number;
    };
    Address: {
      addition?: string;
      city: string;
      country: string;
      houseNumber?: string;
      postalCode: string;
      street: string;
    };
    /** @description Where an amount went (BW 6:43, 6:44), in euro. `credit` is overpaid. */
    Allocation: {
      costs: string;
      credit: string;
      interest: string;
      principal: string;
      vat: string;
    };
    Arrangement: {
      /** Format: date */
      acceptedOn: string | null;
      /** @description What the policy would answer to the wish today, while you decide. */
      advice: {
        /** @enum {string} */
        answer: "accepted" | "counter" | "person";
        options: {
          /**
           * @description `policy`: it would be accepted at once.
           * @enum {string}
           */
          decidedBy: "policy" | "person";
          discount: components["schemas"]["Money"];
          /** @enum {string|null} */
          frequency: "weekly" | "four_weekly" | "monthly" | null;
          /** @enum {string} */
          kind: "asked" | "other_days" | "sooner" | "deposit" | "longer" | "settlement";
          /** @description A day of the month from 1 to 28, or the last one. */
          payDay: number | "month_end" | null;
          schedule: {
            amount: components["schemas"]["Money"];
            /** Format: date */
            dueOn: string;
            seq: number;
          }[];
        }[];
        /** @description Why the policy does not accept it by itself; amounts in `params` are strings in euro. */
        reasons: {
          code: string;
          params: {
            [key: string]: unknown;
          };
        }[];
      } | null;
      claims: {
        id: string;
        reference: string;
      }[];
      /** Format: date-time */
      createdAt: string;
      debtor: string;
      /**
       * Format: date
       * @description The last day on which the debtor hears.
       */
      decideBefore: string | null;
      /** @description Who decided last. `system`: the deadline, or the ledger. */
      decision: {
        /** @enum {string} */
        by: "policy" | "creditor" | "debtor" | "system";
        text: string | null;
      } | null;
      /** @description Given up once the plan is paid: of a settlement, and costs where the policy says so. */
      discount: {
        /** @enum {string} */
        currency: "EUR";
        value: string;
      };
      /** Format: date-time */
      endedAt: string | null;
      id: string;
      /** @enum {string} */
      method: "ideal_link" | "sepa_dd";
      /** @description The newest. */
      offer: {
        /** @enum {string} */
        by: "debtor" | "creditor";
        /** Format: date-time */
        createdAt: string;
        /** @enum {string|null} */
        frequency: "weekly" | "four_weekly" | "monthly" | null;
        message: string;
        /** @description A day of the month from 1 to 28, or the last one. */
        payDay: number | "month_end" | null;
        /** @description Empty when only the wish is there to decide on. */
        schedule: {
          amount: components["schemas"]["Money"];
          /** Format: date */
          dueOn: string;
          seq: number;
        }[];
        /** @description What was to be arranged on the day of the offer. */
        total: {
          /** @enum {string} */
          currency: "EUR";
          value: string;
        };
        /** Format: date */
        validUntil: string | null;
        version: number;
      };
      /** @description As the ledger sees it today, or saw it on the day it ended; null when it never ran. */
      plan: {
        /** @description Open on instalments whose day has passed. */
        behind: {
          /** @enum {string} */
          currency: "EUR";
          value: string;
        };
        instalments: {
          /** @description What it has become: `paid` and `open` together. */
          amount: {
            /** @enum {string} */
            currency: "EUR";
            value: string;
          };
          /** Format: date */
          dueOn: string;
          /**
           * Format: date
           * @description The day on which it was missed, before it moved to the end.
           */
          movedFrom: string | null;
          open: components["schemas"]["Money"];
          /** Format: date */
          originalDueOn: string;
          paid: components["schemas"]["Money"];
          /** Format: date */
          paidOn: string | null;
          /** @description As agreed. */
          planned: {
            /** @enum {string} */
            currency: "EUR";
            value: string;
          };
          postponed: boolean;
          seq: number;
          skipped: boolean;
          /** @enum {string} */
          state: "paid" | "not_needed" | "late" | "due" | "partly_paid" | "upcoming";
        }[];
        /** Format: date */
        lastLetterOn: string | null;
        next: {
          /** Format: date */
          dueOn: string;
          open: components["schemas"]["Money"];
          seq: number;
        } | null;
        open: components["schemas"]["Money"];
        paid: components["schemas"]["Money"];
      } | null;
      /** @description Why the debtor asks. */
      reason: {
        code: string | null;
        text: string;
      };
      /** @description Why the policy does not accept it by itself; amounts in `params` are strings in euro. */
      reviewReasons: {
        code: string;
        params: {
          [key: string]: unknown;
        };
      }[];
      /**
       * @description `proposed` waits for you, `countered` waits for the debtor, `accepted` runs. Nothing happens any more to the others.
       * @enum {string}
       */
      status:
        | "proposed"
        | "countered"
        | "accepted"
        | "declined"
        | "withdrawn"
        | "expired"
        | "completed"
        | "broken"
        | "cancelled";
      /** @description What a schedule has to add up to today; null once it was accepted or has ended. */
      total: components["schemas"]["Money"] | null;
      /**
       * Format: date
       * @description The last day on which the debtor can accept.
       */
      validUntil: string | null;
      /** @description The number of the newest offer. */
      version: number;
      /** @description What the debtor asked, in the newest offer; null of your own. */
      wish: {
        /** @description Whether the budget sheet was filled in; it is not kept. */
        budgetUsed: boolean;
        downPayment: components["schemas"]["Money"];
        /** Format: date */
        firstOn: string | null;
        /** @enum {string} */
        frequency: "weekly" | "four_weekly" | "monthly";
        /** @description A day of the month from 1 to 28, or the last one. */
        payDay: number | "month_end" | null;
        /** @description The most that can be spared each time. */
        perInstalment: {
          /** @enum {string} */
          currency: "EUR";
          value: string;
        };
        /** @description All the rest at once, for the discount of your policy. */
        settlement: boolean;
      } | null;
    };
    ArrangementOfferBody: {
      /** @description Further claims: their ids, or `ref:` and your own references. */
      claims?: string[];
      /** @description For the debtor, who reads it. */
      reason?: string;
      /** @description Ascending, no day twice, none before today; together the `total` of the arrangement. */
      schedule: {
        amount: components["schemas"]["Money"];
        /** Format: date */
        dueOn: string;
      }[];
      /**
       * Format: date
       * @description The last day on which the debtor can accept; without it as your policy says.
       */
      validUntil?: string;
    };
    BulkLinksBody: {
      /**
       * @description How you will hand them over: nothing is sent.
       * @enum {string}
       */
      channel: "none" | "email" | "sms" | "letter";
      /** @description Ids, or `ref:` and your own reference. */
      claims?: string[];
      /** Format: date-time */
      expiresAt?: string;
      /** @description In place of `claims`: all that are so, at most 10,000. */
      filter?: {
        /** Format: date-time */
        createdBefore?: string;
        /** Format: date-time */
        createdSince?: string;
        /** @enum {string} */
        status?: "open" | "paused" | "arranged" | "disputed" | "settled" | "closed";
      };
    };
    CancelBody: {
      /** @description For the debtor, who reads it. */
      reason: string;
    };
    Claim: {
      collectionCosts:
        | {
            /** Format: date */
            noticeDeliveredOn?: string;
            /** @enum {string} */
            type: "statutory";
          }
        | {
            amount: components["schemas"]["Money"];
            /** Format: date */
            noticeDeliveredOn?: string;
            /** @enum {string} */
            type: "fixed";
          }
        | {
            /** @enum {string} */
            type: "none";
          };
      /** Format: date-time */
      createdAt: string;
      debtor: {
        address?: components["schemas"]["Address"];
        /**
         * @description How the debtor asked to hear from you; `phone`: by a call. Absent: each way will do.
         * @enum {string}
         */
        channel?: "email" | "letter" | "phone" | "sms";
        companyNumber?: string;
        /** Format: email */
        email?: string;
        id: string;
        language: string;
        name: string;
        phone?: string;
        reference?: string;
        /** @enum {string} */
        type: "person" | "company";
      };
      description: string;
      id: string;
      interest:
        | {
            /** @enum {string} */
            type: "statutory";
          }
        | {
            ratePercent: string;
            /** @enum {string} */
            type: "contractual";
          }
        | {
            /** @enum {string} */
            type: "none";
          };
      invoices: {
        amount: components["schemas"]["Money"];
        description: string;
        /** Format: date */
        dueOn: string;
        id: string;
        /** Format: date */
        issuedOn: string;
        number: string;
      }[];
      /** @enum {string} */
      kind: "consumer" | "commercial";
      metadata: {
        [key: string]: string;
      };
      /** @description Why and until when it rests. */
      pause: {
        /**
         * @description `creditor`: your own. The others are what the debtor said.
         * @enum {string}
         */
        reason:
          | "help_sought"
          | "debt_counselling"
          | "moratorium"
          | "wsnp"
          | "administration"
          | "bankruptcy"
          | "deceased"
          | "wrong_person"
          | "creditor";
        /** Format: date */
        startedOn: string;
        /**
         * Format: date
         * @description The last day, included; null: until somebody ends it.
         */
        until: string | null;
      } | null;
      /** @description ISO 11649: what a bank transfer carries. */
      paymentReference: string;
      reference: string;
      /** @enum {string} */
      status: "open" | "paused" | "arranged" | "disputed" | "settled" | "closed";
      /** Format: date-time */
      updatedAt: string;
    };
    ClaimBody: {
      /**
       * @default {
       *       "type": "statutory"
       *     }
       */
      collectionCosts?:
        | {
            /** Format: date */
            noticeDeliveredOn?: string;
            /**
             * Format: date
             * @description In place of `noticeDeliveredOn`, of a letter by post: delivered when the law presumes it was.
             */
            noticeSentOn?: string;
            /** @enum {string} */
            type: "statutory";
          }
        | {
            amount: components["schemas"]["Money"];
            /** Format: date */
            noticeDeliveredOn?: string;
            /**
             * Format: date
             * @description In place of `noticeDeliveredOn`, of a letter by post: delivered when the law presumes it was.
             */
            noticeSentOn?: string;
            /** @enum {string} */
            type: "fixed";
          }
        | {
            /** @enum {string} */
            type: "none";
          };
      debtor: components["schemas"]["Debtor"];
      description?: string;
      /**
       * @default {
       *       "type": "statutory"
       *     }
       */
      interest?:
        | {
            /** @enum {string} */
            type: "statutory";
          }
        | {
            ratePercent: string;
            /** @enum {string} */
            type: "contractual";
          }
        | {
            /** @enum {string} */
            type: "none";
          };
      invoices: components["schemas"]["Invoice"][];
      /** @enum {string} */
      kind: "consumer" | "commercial";
      /** @default {} */
      metadata?: {
        [key: string]: string;
      };
      reference: string;
    };
    ClaimChange: {
      collectionCosts?: {
        /** Format: date */
        noticeDeliveredOn?: string;
        /** Format: date */
        noticeSentOn?: string;
      };
      debtor?: {
        address?: components["schemas"]["Address"] & (Record<string, never> | null);
        /** Format: email */
        email?: string | null;
        phone?: string | null;
      };
      description?: string;
      metadata?: {
        [key: string]: string;
      };
    };
    CloseBody: {
      /** @description In your own words. The debtor reads it. */
      reason: string;
    };
    CounterBody: {
      /** @description For the debtor, who reads it. */
      reason: string;
      /** @description Ascending, no day twice, none before today; together the `total` of the arrangement. */
      schedule: {
        amount: components["schemas"]["Money"];
        /** Format: date */
        dueOn: string;
      }[];
      /**
       * Format: date
       * @description The last day on which the debtor can accept; without it as your policy says.
       */
      validUntil?: string;
      /** @description The offer that was decided on: refused when there is a newer one. Without it the newest counts. */
      version?: number;
    };
    Credit: {
      allocation: components["schemas"]["Allocation"];
      amount: components["schemas"]["Money"];
      claim: string;
      /** @description What the debtor has paid too much. */
      credit: string;
      /** Format: date */
      creditedOn: string;
      id: string;
      invoice: string | null;
      /** @description What is open on the claim today. */
      open: string;
      reason: string;
    };
    CreditBody: {
      amount: components["schemas"]["Money"];
      /** @description Id of the invoice, or `ref:` and its number. Absent: the claim as a whole, the oldest invoice first. */
      invoice?: string;
      reason: string;
    };
    Debtor: {
      address?: components["schemas"]["Address"];
      companyNumber?: string;
      /** Format: email */
      email?: string;
      /** @description Of pages, mails and PDFs: `nl`, `en`, `de`, `fr`, `pl`, `tr`, `ar` or `uk`. Any other is kept, and spoken to in Dutch. Left out: pages follow the browser, mails and letters your own language. */
      language?: string;
      name: string;
      phone?: string;
      reference?: string;
      /** @enum {string} */
      type: "person" | "company";
    };
    DeclineBody: {
      /** @description For the debtor, who reads it. */
      reason: string;
      /** @description The offer that was decided on: refused when there is a newer one. Without it the newest counts. */
      version?: number;
    };
    Delivery: {
      attempts: {
        durationMs: number;
        /** @description What went wrong when no answer came. */
        failure: string | null;
        number: number;
        /** @description Where it was posted, and with which headers; null: not kept at the time. */
        request: {
          headers: {
            [key: string]: string;
          };
          /** Format: uri */
          url: string;
        } | null;
        /** @description The first kilobyte of the answer. */
        responseBody: string;
        /** Format: date-time */
        startedAt: string;
        statusCode: number | null;
        /** @enum {string} */
        trigger: "schedule" | "recovery" | "redelivery";
      }[];
      /** @description What every attempt posts, to the byte. */
      body: string;
      claim: string | null;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      deliveredAt: string | null;
      event: {
        id: string;
        /** Format: date-time */
        occurredAt: string;
        /** @enum {string} */
        type:
          | "claim.opened"
          | "claim.settled"
          | "claim.reopened"
          | "claim.paused"
          | "claim.resumed"
          | "claim.closed"
          | "payment.paid"
          | "payment.failed"
          | "payment.overpaid"
          | "payment.refunded"
          | "payment.charged_back"
          | "payment.chargeback_reversed"
          | "arrangement.proposed"
          | "arrangement.countered"
          | "arrangement.accepted"
          | "arrangement.declined"
          | "arrangement.withdrawn"
          | "arrangement.expired"
          | "arrangement.completed"
          | "arrangement.broken"
          | "arrangement.cancelled"
          | "instalment.paid"
          | "instalment.missed"
          | "instalment.postponed"
          | "dispute.opened"
          | "dispute.message"
          | "dispute.withdrawn"
          | "dispute.resolved"
          | "debtor.help_requested"
          | "debtor.details_changed"
          | "debtor.wrong_person"
          | "message.sent"
          | "message.bounced"
          | "survey.answered"
          | "webhook.test";
      };
      id: string;
      /** Format: date-time */
      nextAttemptAt: string | null;
      /** @enum {string} */
      status: "pending" | "delivered" | "failed" | "held";
    };
    Dispute: {
      /** @description What was open on the disputed part when it was opened. */
      amount: {
        /** @enum {string} */
        currency: "EUR";
        value: string;
      };
      /**
       * Format: date
       * @description The last day on which the debtor hears from you.
       */
      answerBefore: string;
      answers: {
        fromAccount?: string;
        paidAmount?: components["schemas"]["Money"];
        /** Format: date */
        paidOn?: string;
        toAccount?: string;
      };
      claim: {
        id: string;
        reference: string;
      };
      /** Format: date-time */
      createdAt: string;
      /** @description How much less the debtor owes by the decision. */
      credited: {
        /** @enum {string} */
        currency: "EUR";
        value: string;
      };
      debtor: string;
      /** Format: date */
      debtorAnswerBefore: string | null;
      /** @description What is open on it today. */
      disputedNow: {
        /** @enum {string} */
        currency: "EUR";
        value: string;
      };
      /** Format: date-time */
      endedAt: string | null;
      explanation: string | null;
      /** @enum {string} */
      ground:
        | "already_paid"
        | "not_my_debt"
        | "no_agreement"
        | "not_delivered"
        | "defective_or_incomplete"
        | "withdrawn_or_cancelled"
        | "amount_wrong"
        | "costs_wrong"
        | "interest_wrong"
        | "time_barred"
        | "set_off"
        | "arrangement_exists"
        | "debt_help_or_wsnp"
        | "complaint_pending_at_creditor"
        | "other";
      id: string;
      /** @description The conversation, oldest first. */
      messages: components["schemas"]["DisputeMessage"][];
      /** @description What the debtor calls it by. */
      number: string;
      /** Format: date */
      openedOn: string;
      /** @enum {string|null} */
      outcome: "upheld" | "partly_upheld" | "rejected" | null;
      /** @description What the debtor does not agree with: all of it, named parts, or an amount that is too much. */
      scope:
        | {
            /** @enum {string} */
            kind: "whole";
          }
        | {
            costs: boolean;
            interest: boolean;
            invoices: string[];
            /** @enum {string} */
            kind: "parts";
          }
        | {
            amount: string;
            /** @enum {string} */
            kind: "amount";
          };
      /**
       * @description `open` waits for you, `awaiting_debtor` for an answer to your question. The others have ended; `outcome` says how one was resolved.
       * @enum {string}
       */
      status: "open" | "awaiting_debtor" | "resolved" | "withdrawn";
      text: string;
      /** @description What is open on the rest today, and can be asked. */
      undisputedNow: {
        /** @enum {string} */
        currency: "EUR";
        value: string;
      };
    };
    DisputeMessage: {
      body: string;
      /** Format: date */
      date: string;
      documents: {
        fileName: string;
        id: string;
        mediaType: string;
        /**
         * @description `quarantined` and `infected` cannot be opened; `unscanned` where there is no scanner.
         * @enum {string|null}
         */
        scan: "quarantined" | "clean" | "infected" | "unscanned" | null;
        size: number;
      }[];
      /** @enum {string} */
      from: "creditor" | "debtor";
      id: string;
      subject: string;
    };
    DisputeMessageBody: {
      /** @description Plain text, for the debtor. */
      body: string;
      /**
       * @description Whether you wait for an answer.
       * @default true
       */
      question?: boolean;
    };
    /** @description The fields of the webhook's body, with its `webhook-id` as `id`. */
    Event: {
      /** @description `sequence` counts per claim without gaps; `claim` names it; the rest depends on the type. */
      data: {
        [key: string]: unknown;
      };
      id: string;
      /** Format: date-time */
      timestamp: string;
      /** @enum {string} */
      type:
        | "claim.opened"
        | "claim.settled"
        | "claim.reopened"
        | "claim.paused"
        | "claim.resumed"
        | "claim.closed"
        | "payment.paid"
        | "payment.failed"
        | "payment.overpaid"
        | "payment.refunded"
        | "payment.charged_back"
        | "payment.chargeback_reversed"
        | "arrangement.proposed"
        | "arrangement.countered"
        | "arrangement.accepted"
        | "arrangement.declined"
        | "arrangement.withdrawn"
        | "arrangement.expired"
        | "arrangement.completed"
        | "arrangement.broken"
        | "arrangement.cancelled"
        | "instalment.paid"
        | "instalment.missed"
        | "instalment.postponed"
        | "dispute.opened"
        | "dispute.message"
        | "dispute.withdrawn"
        | "dispute.resolved"
        | "debtor.help_requested"
        | "debtor.details_changed"
        | "debtor.wrong_person"
        | "message.sent"
        | "message.bounced"
        | "survey.answered"
        | "webhook.test";
    };
    Import: {
      created: number;
      /** Format: date-time */
      createdAt: string;
      /** @description Credit notes that reduced a claim. */
      credited: number;
      dryRun: boolean;
      failed: number;
      /** @description The same, and what to do about it. */
      failure: string | null;
      /** @description Why the import as a whole failed. Stable. */
      failureCode: string | null;
      fileName: string;
      /** Format: date-time */
      finishedAt: string | null;
      /** @enum {string} */
      format: "ubl" | "zip" | "csv" | "jsonl";
      id: string;
      /** @description Rows that are done. Grows while it runs, as all counts do. */
      processed: number;
      /** @description At most 100, those that failed before all others. All of them: `GET /imports/{import}/rows`. */
      rows: components["schemas"]["ImportRow"][];
      /** @description Bytes of the file. */
      size: number;
      /** @enum {string} */
      status: "queued" | "running" | "done" | "failed";
      /** @description Rows of the file: its claims and credit notes. 0 until they are counted. */
      total: number;
      unchanged: number;
    };
    ImportFinding: {
      code: string;
      /** @description Column of the table, element of the XML, or field of the claim. */
      field: string;
      /** @description Line of the file. */
      line: number | null;
      message: string;
    };
    ImportRow: {
      claim: string | null;
      errors: components["schemas"]["ImportFinding"][];
      line: number | null;
      reference: string | null;
      /** @enum {string} */
      result: "created" | "unchanged" | "credited" | "failed";
      /** @description Counts from 1, in the order of the file. */
      row: number;
      /** @description Name of the file within a zip. */
      source: string | null;
      warnings: components["schemas"]["ImportFinding"][];
    };
    ImportSummary: {
      created: number;
      /** Format: date-time */
      createdAt: string;
      /** @description Credit notes that reduced a claim. */
      credited: number;
      dryRun: boolean;
      failed: number;
      /** @description The same, and what to do about it. */
      failure: string | null;
      /** @description Why the import as a whole failed. Stable. */
      failureCode: string | null;
      fileName: string;
      /** Format: date-time */
      finishedAt: string | null;
      /** @enum {string} */
      format: "ubl" | "zip" | "csv" | "jsonl";
      id: string;
      /** @description Rows that are done. Grows while it runs, as all counts do. */
      processed: number;
      /** @description Bytes of the file. */
      size: number;
      /** @enum {string} */
      status: "queued" | "running" | "done" | "failed";
      /** @description Rows of the file: its claims and credit notes. 0 until they are counted. */
      total: number;
      unchanged: number;
    };
    Invoice: {
      amount: components["schemas"]["Money"];
      description?: string;
      /** Format: date */
      dueOn: string;
      /** Format: date */
      issuedOn: string;
      number: string;
    };
    Link: {
      /** @description Print them on your letter: `/real` shows the same two words for the claim's reference, amount and account. */
      checkWords: string[];
      /** @description For paper and for typing. */
      code: string;
      /** Format: uri */
      codeUrl: string;
      /** Format: date-time */
      expiresAt: string;
      id: string;
      /** @description An SVG that leads to `codeUrl`. */
      qrSvg: string;
      /** Format: uri */
      url: string;
    };
    LinkBody: {
      /**
       * @description `email` and `sms`: sent to the debtor. `letter` and `none`: you hand it over.
       * @enum {string}
       */
      channel: "none" | "email" | "sms" | "letter";
      /** Format: date-time */
      expiresAt?: string;
    };
    LinkKey: {
      /**
       * @description What its links are signed with, and nothing else.
       * @enum {string}
       */
      alg: "EdDSA" | "ES256" | "RS256";
      /** @description What a token says in `aud`: this portal. */
      aud: string;
      /** Format: date-time */
      createdAt: string;
      id: string;
      /** @description What a token says in `iss`: you. */
      iss: string;
      /** @description The public key, without remarks. */
      jwk: {
        [key: string]: string;
      };
      kid: string;
      /** Format: date-time */
      revokedAt: string | null;
    };
    LinkKeyBody: {
      /** @description The public key as JWK (RFC 7517). */
      jwk: {
        [key: string]: unknown;
      };
      /** @description What the header of a token calls the key; may stand in `jwk` instead. A name is given once. */
      kid?: string;
    };
    Message: {
      body: string;
      /** @enum {string} */
      channel: "email" | "sms" | "letter" | "phone" | "portal";
      claim: string;
      /** Format: date-time */
      createdAt: string;
      /**
       * @description `outbound`: to the debtor.
       * @enum {string}
       */
      direction: "outbound" | "inbound";
      documents: {
        fileName: string;
        id: string;
        mediaType: string;
        size: number;
      }[];
      id: string;
      /** Format: date-time */
      sentAt: string;
      subject: string;
    };
    MessageBody: {
      /** @description Plain text: shown as it is, never as markup. */
      body: string;
      /** @enum {string} */
      channel: "email" | "sms" | "letter" | "phone" | "portal";
      /**
       * @description `outbound`: to the debtor.
       * @enum {string}
       */
      direction: "outbound" | "inbound";
      /** Format: date-time */
      sentAt: string;
      subject: string;
    };
    MessageForm: {
      /** @description Plain text: shown as it is, never as markup. */
      body: string;
      /** @enum {string} */
      channel: "email" | "sms" | "letter" | "phone" | "portal";
      /**
       * @description `outbound`: to the debtor.
       * @enum {string}
       */
      direction: "outbound" | "inbound";
      /** @description JPEG, PNG, WebP or PDF, at most 10 MB each and 50 MB together. Repeat the field for each file. */
      files?: string[];
      /** Format: date-time */
      sentAt: string;
      subject: string;
    };
    Money: {
      /** @enum {string} */
      currency: "EUR";
      value: string;
    };
    NewWebhookEndpoint: {
      consecutiveFailures: number;
      /** Format: date-time */
      createdAt: string;
      description: string;
      /** @description Why it is disabled: by the creditor, by its own 410, or after days of failure. */
      disabledReason: string | null;
      events: (
        | "*"
        | "claim.opened"
        | "claim.settled"
        | "claim.reopened"
        | "claim.paused"
        | "claim.resumed"
        | "claim.closed"
        | "payment.paid"
        | "payment.failed"
        | "payment.overpaid"
        | "payment.refunded"
        | "payment.charged_back"
        | "payment.chargeback_reversed"
        | "arrangement.proposed"
        | "arrangement.countered"
        | "arrangement.accepted"
        | "arrangement.declined"
        | "arrangement.withdrawn"
        | "arrangement.expired"
        | "arrangement.completed"
        | "arrangement.broken"
        | "arrangement.cancelled"
        | "instalment.paid"
        | "instalment.missed"
        | "instalment.postponed"
        | "dispute.opened"
        | "dispute.message"
        | "dispute.withdrawn"
        | "dispute.resolved"
        | "debtor.help_requested"
        | "debtor.details_changed"
        | "debtor.wrong_person"
        | "message.sent"
        | "message.bounced"
        | "survey.answered"
        | "webhook.test"
      )[];
      /** Format: date-time */
      failingSince: string | null;
      id: string;
      /**
       * Format: date-time
       * @description Until when the secret before the last rotation signs along.
       */
      previousSecretUntil: string | null;
      /**
       * Format: date-time
       * @description It failed too often: until then nothing is sent, then one event to try.
       */
      restsUntil: string | null;
      /** @description Shown this once: `whsec_…` to verify `v1`, `whpk_…` to verify `v1a`. */
      secret: string;
      /** @enum {string} */
      signature: "v1" | "v1a";
      /** @enum {string} */
      status: "enabled" | "disabled";
      /** Format: uri */
      url: string;
    };
    OutsidePayment: {
      amount: components["schemas"]["Money"];
      method: string;
      /** Format: date */
      receivedOn: string;
      reference?: string;
    };
    PauseBody: {
      /** @description In your own words. The debtor reads it. */
      reason: string;
      /** Format: date */
      until?: string;
    };
    Payment: {
      /** @description Over all its claims; null while nothing came. */
      allocation: components["schemas"]["Allocation"] | null;
      amount: components["schemas"]["Money"];
      amountChargedBack: components["schemas"]["Money"];
      amountRefunded: components["schemas"]["Money"];
      claims: {
        allocation: components["schemas"]["Allocation"] | null;
        amount: components["schemas"]["Money"];
        id: string;
        reference: string;
      }[];
      /** Format: date-time */
      createdAt: string;
      id: string;
      method: string;
      /** @description Where the provider says something else than was asked: `amount`, `currency`, `account` or `attempt`. Nothing of that is booked. `unseen`: the provider does not know the payment any more, with whatever key; what was booked before stays. */
      mismatches: {
        expected: string;
        of: string;
        received: string;
        /** Format: date-time */
        seenAt: string;
      }[];
      /** Format: date-time */
      paidAt: string | null;
      /** @description Id at the payment provider. */
      providerId?: string;
      /**
       * Format: date
       * @description The day that counts for interest.
       */
      receivedOn: string | null;
      reference?: string;
      /** @enum {string} */
      status: "open" | "paid" | "failed" | "cancelled" | "expired";
    };
    Policy: {
      /** @description Of monthly arrangements. */
      allowedDays: (number | "month_end")[];
      /** @description What is accepted at once. A deposit is no instalment here; the days run from acceptance to the last one. */
      autoAccept: {
        maxDurationDays: number;
        maxInstalments: number;
        minInstalment: components["schemas"]["Money"];
      };
      /** @description Ascending; the first that holds the total applies. */
      bands: components["schemas"]["PolicyBand"][];
      cooldownAfterRejectionDays: number;
      /**
       * @description `waive_on_completion`: given up once the plan is paid; the plan does not count them.
       * @enum {string}
       */
      costsDuringArrangement: "keep" | "waive_on_completion";
      counterOffer: {
        enabled: boolean;
        validDays: number;
      };
      /** @description The debtor hears within this term. */
      decisionTermWorkingDays: number;
      /** @description Of the total, on the day of acceptance. */
      downPaymentPercent: number;
      enabled: boolean;
      /**
       * @description Which instalment takes what comes above what is due.
       * @enum {string}
       */
      extraPayments: "next" | "last";
      firstPaymentWithinDays: number;
      frequencies: ("weekly" | "four_weekly" | "monthly")[];
      /** @description An instalment is missed from the day after this many days. */
      graceDays: number;
      /** @description Beyond it only a person decides. */
      hardMax: {
        months: number;
      };
      /**
       * @description `continue`: it runs, and comes on the last instalment. `freeze`: none from the day after acceptance. `waive`: and what is open on acceptance is given up.
       * @enum {string}
       */
      interestDuringArrangement: "continue" | "freeze" | "waive";
      maxOpenProposals: number;
      methods: ("ideal_link" | "sepa_dd")[];
      /** @description Below it the portal takes no proposals. */
      minClaim: {
        /** @enum {string} */
        currency: "EUR";
        value: string;
      };
      /** @description How many missed instalments move to the end, and how many in a row may be missed before the last letter. */
      missedAllowed: number;
      pauseRemindersWhileActive: boolean;
      requireBudgetForm: {
        above: components["schemas"]["Money"];
        aboveMonths: number;
      };
      /** @description What is offered when a person may decide. */
      review: {
        maxDurationMonths: number;
        maxInstalments: number;
      };
      /** @description Given up when all the rest is paid at once; 0: not offered. */
      settlementDiscountPercent: number;
      /** @description No collection costs are asked over a smaller remainder. Holds for claims that come in from then on. */
      waiveCostsIfRemainderBelow: {
        /** @enum {string} */
        currency: "EUR";
        value: string;
      };
    };
    /** @description Other limits for totals up to and including `upTo`. */
    PolicyBand: {
      /** @description What is accepted at once. A deposit is no instalment here; the days run from acceptance to the last one. */
      autoAccept?: {
        maxDurationDays: number;
        maxInstalments: number;
        minInstalment: components["schemas"]["Money"];
      };
      /** @description The debtor hears within this term. */
      decisionTermWorkingDays?: number;
      /** @description Of the total, on the day of acceptance. */
      downPaymentPercent?: number;
      /** @description Beyond it only a person decides. */
      hardMax?: {
        months: number;
      };
      /** @description What is offered when a person may decide. */
      review?: {
        maxDurationMonths: number;
        maxInstalments: number;
      };
      /** @description Given up when all the rest is paid at once; 0: not offered. */
      settlementDiscountPercent?: number;
      upTo: components["schemas"]["Money"];
    };
    Problem: {
      /** @enum {string} */
      code:
        | "unreadable_body"
        | "unreadable_header"
        | "unreadable_cursor"
        | "key_missing"
        | "key_invalid"
        | "scope_missing"
        | "not_found"
        | "route_not_found"
        | "method_not_allowed"
        | "idempotency_key_reused"
        | "request_in_progress"
        | "reference_taken"
        | "invoice_already_charged"
        | "payment_already_recorded"
        | "notice_already_set"
        | "claim_not_open"
        | "claim_not_paused"
        | "arrangement_not_possible"
        | "dispute_not_possible"
        | "document_being_scanned"
        | "payment_not_paid"
        | "provider_off"
        | "provider_refused"
        | "newer_offer"
        | "arrangement_has_no_schedule"
        | "nothing_open"
        | "arrangement_open"
        | "claim_not_arrangeable"
        | "kid_taken"
        | "too_many_link_keys"
        | "claim_paused"
        | "claim_settled"
        | "claim_closed"
        | "no_endpoint"
        | "endpoint_disabled"
        | "body_too_large"
        | "media_type_not_supported"
        | "file_not_supported"
        | "too_many_files"
        | "file_refused"
        | "file_infected"
        | "validation_failed"
        | "amount_not_positive"
        | "amount_too_large"
        | "currency_not_eur"
        | "invoices_missing"
        | "due_before_issued"
        | "duplicate_invoice_number"
        | "costs_negative"
        | "costs_exceed_legal_maximum"
        | "costs_before_notice_term"
        | "vat_not_allowed"
        | "received_in_future"
        | "received_before_first_invoice"
        | "credit_exceeds_principal"
        | "invoice_not_found"
        | "claim_not_found"
        | "several_debtors"
        | "credit_required"
        | "credit_not_allowed"
        | "credit_exceeds_disputed"
        | "refund_exceeds_payment"
        | "schedule_refused"
        | "valid_until_past"
        | "until_in_past"
        | "as_of_out_of_range"
        | "private_key_refused"
        | "key_not_supported"
        | "too_many_claims"
        | "no_email_address"
        | "no_phone_number"
        | "address_stopped"
        | "sms_off"
        | "expiry_out_of_range"
        | "url_refused"
        | "too_many_requests"
        | "internal_error";
      detail: string;
      errors: {
        allowed?:
          | components["schemas"]["Money"]
          | {
              max?: number;
              min?: number;
            };
        code: string;
        message: string;
        path: string;
      }[];
      status: number;
      title: string;
      /**
       * Format: uri
       * @description Leads to what is known about the code.
       */
      type: string;
    };
    ReceiverDiagnosis: {
      /**
       * @description Stable: what to put right first.
       * @enum {string}
       */
      code:
        | "fine"
        | "untried"
        | "disabled_by_you"
        | "disabled_gone"
        | "disabled_failing"
        | "resting"
        | "dns"
        | "blocked_address"
        | "connect"
        | "tls"
        | "timeout"
        | "reset"
        | "not_http"
        | "redirect"
        | "signature_refused"
        | "not_found"
        | "gone"
        | "too_large"
        | "refused"
        | "overloaded"
        | "broken"
        | "unsteady"
        | "given_up"
        | "slow";
      /**
       * Format: date-time
       * @description When the endpoint is disabled if nothing arrives before.
       */
      disabledAt: string | null;
      endpoint: string;
      /** @description Everything that is wrong, most important first: what happened, and what to do. */
      faults: {
        /** @enum {string} */
        code:
          | "fine"
          | "untried"
          | "disabled_by_you"
          | "disabled_gone"
          | "disabled_failing"
          | "resting"
          | "dns"
          | "blocked_address"
          | "connect"
          | "tls"
          | "timeout"
          | "reset"
          | "not_http"
          | "redirect"
          | "signature_refused"
          | "not_found"
          | "gone"
          | "too_large"
          | "refused"
          | "overloaded"
          | "broken"
          | "unsteady"
          | "given_up"
          | "slow";
        happened: string;
        next: string;
      }[];
      lastAttempt: {
        durationMs: number;
        event: {
          id: string;
          /** @enum {string} */
          type:
            | "claim.opened"
            | "claim.settled"
            | "claim.reopened"
            | "claim.paused"
            | "claim.resumed"
            | "claim.closed"
            | "payment.paid"
            | "payment.failed"
            | "payment.overpaid"
            | "payment.refunded"
            | "payment.charged_back"
            | "payment.chargeback_reversed"
            | "arrangement.proposed"
            | "arrangement.countered"
            | "arrangement.accepted"
            | "arrangement.declined"
            | "arrangement.withdrawn"
            | "arrangement.expired"
            | "arrangement.completed"
            | "arrangement.broken"
            | "arrangement.cancelled"
            | "instalment.paid"
            | "instalment.missed"
            | "instalment.postponed"
            | "dispute.opened"
            | "dispute.message"
            | "dispute.withdrawn"
            | "dispute.resolved"
            | "debtor.help_requested"
            | "debtor.details_changed"
            | "debtor.wrong_person"
            | "message.sent"
            | "message.bounced"
            | "survey.answered"
            | "webhook.test";
        };
        failure: string | null;
        responseBody: string;
        /** Format: date-time */
        startedAt: string;
        statusCode: number | null;
        /** @enum {string} */
        trigger: "schedule" | "recovery" | "redelivery";
      } | null;
      /** Format: date-time */
      lastSuccessAt: string | null;
      /** @description Of the last twenty attempts at most. */
      looked: {
        attempts: number;
        failures: number;
      };
      /** @description What became of the events that have not arrived. */
      meaning: string;
      missing: {
        /** @description Not tried any more; `recover` sends them again. */
        givenUp: number;
        /** @description Kept until the endpoint is enabled. */
        held: number;
        /** @description On their way, or waiting for their next attempt. */
        waiting: number;
      };
      /**
       * Format: date-time
       * @description When the oldest of those that wait or are held happened. They are kept until they arrive.
       */
      missingSince: string | null;
      /** Format: date-time */
      nextAttemptAt: string | null;
      /** @enum {string} */
      state: "untried" | "working" | "failing" | "resting" | "disabled";
    };
    RecoverBody: {
      /**
       * @description Whether what arrived goes again too.
       * @default false
       */
      delivered?: boolean;
      /** Format: date-time */
      since: string;
      /**
       * Format: date-time
       * @description Up to now without it.
       */
      until?: string;
    };
    /** @description Without `endpoint`: to all that ask for its type. */
    Redeliver: {
      /** @description Id of the endpoint. */
      endpoint?: string;
    };
    Refund: {
      amount: components["schemas"]["Money"];
      id: string;
      payment: string;
      /**
       * @description `creating`: the provider has not answered yet; it is asked again.
       * @enum {string}
       */
      status: "creating" | "pending" | "refunded";
    };
    RefundBody: {
      amount: components["schemas"]["Money"];
    };
    RegisteredClaim: {
      collectionCosts:
        | {
            /** Format: date */
            noticeDeliveredOn?: string;
            /** @enum {string} */
            type: "statutory";
          }
        | {
            amount: components["schemas"]["Money"];
            /** Format: date */
            noticeDeliveredOn?: string;
            /** @enum {string} */
            type: "fixed";
          }
        | {
            /** @enum {string} */
            type: "none";
          };
      /** Format: date-time */
      createdAt: string;
      debtor: {
        address?: components["schemas"]["Address"];
        /**
         * @description How the debtor asked to hear from you; `phone`: by a call. Absent: each way will do.
         * @enum {string}
         */
        channel?: "email" | "letter" | "phone" | "sms";
        companyNumber?: string;
        /** Format: email */
        email?: string;
        id: string;
        language: string;
        name: string;
        phone?: string;
        reference?: string;
        /** @enum {string} */
        type: "person" | "company";
      };
      description: string;
      id: string;
      interest:
        | {
            /** @enum {string} */
            type: "statutory";
          }
        | {
            ratePercent: string;
            /** @enum {string} */
            type: "contractual";
          }
        | {
            /** @enum {string} */
            type: "none";
          };
      invoices: {
        amount: components["schemas"]["Money"];
        description: string;
        /** Format: date */
        dueOn: string;
        id: string;
        /** Format: date */
        issuedOn: string;
        number: string;
      }[];
      /** @enum {string} */
      kind: "consumer" | "commercial";
      metadata: {
        [key: string]: string;
      };
      /** @description Why and until when it rests. */
      pause: {
        /**
         * @description `creditor`: your own. The others are what the debtor said.
         * @enum {string}
         */
        reason:
          | "help_sought"
          | "debt_counselling"
          | "moratorium"
          | "wsnp"
          | "administration"
          | "bankruptcy"
          | "deceased"
          | "wrong_person"
          | "creditor";
        /** Format: date */
        startedOn: string;
        /**
         * Format: date
         * @description The last day, included; null: until somebody ends it.
         */
        until: string | null;
      } | null;
      /** @description ISO 11649: what a bank transfer carries. */
      paymentReference: string;
      reference: string;
      /** @enum {string} */
      status: "open" | "paused" | "arranged" | "disputed" | "settled" | "closed";
      /** Format: date-time */
      updatedAt: string;
      warnings: components["schemas"]["Warning"][];
    };
    ResolveBody: {
      /** @description What comes off, at most what was disputed. */
      credit?: {
        /** @enum {string} */
        currency: "EUR";
        value: string;
      };
      /** @description For the debtor, who reads it. */
      explanation: string;
      /** @enum {string} */
      outcome: "upheld" | "partly_upheld" | "rejected";
    };
    RotatedSecret: {
      id: string;
      /** Format: date-time */
      previousSecretUntil: string;
      /** @description Shown this once: `whsec_…` to verify `v1`, `whpk_…` to verify `v1a`. */
      secret: string;
    };
    Simulation: {
      /** @description How many were tried; those that came in without anything open are not. */
      claims: number;
      results: {
        /** @description Accepted at once. */
        accepted: number;
        /** @description How many were held back by each reason; a claim may have several. */
        byReason: {
          [key: string]: number;
        };
        /** @description Answered with something else that is accepted at once or by a person. */
        countered: number;
        perMonth: components["schemas"]["Money"];
        /** @description Left to a person. */
        person: number;
      }[];
    };
    SimulationBody: {
      downPayment?: components["schemas"]["Money"];
      /** @enum {string} */
      frequency?: "weekly" | "four_weekly" | "monthly";
      /** @description A day of the month from 1 to 28, or the last one. */
      payDay?: number | "month_end";
      perMonth: components["schemas"]["Money"][];
      policy?: components["schemas"]["Policy"];
    };
    /** @description In euro, as plain strings. In each part total − credited or waived − paid = open; `waived` is there only when the creditor gave something up. */
    Statement: {
      /** Format: date */
      asOf: string;
      claim: string;
      costs: {
        /** Format: date */
        dueFrom: string | null;
        open: string;
        paid: string;
        /** @enum {string} */
        state: "due" | "notice_running" | "no_notice" | "waived" | "none";
        total: string;
        waived?: string;
      };
      credit: string;
      /** @description How much of `open` the debtor does not agree with; there only while a dispute of that day runs. */
      disputed?: string;
      entries: {
        allocation: components["schemas"]["Allocation"];
        amount: string;
        /** Format: date */
        date: string;
        /** @enum {string} */
        type:
          | "credit"
          | "costs_waived"
          | "interest_waived"
          | "payment"
          | "refund"
          | "refund_failed"
          | "chargeback"
          | "chargeback_reversed";
      }[];
      interest: {
        lines: {
          amount: string;
          base: string;
          days: number;
          /** Format: date */
          from: string;
          invoice: string;
          ratePercent: string;
          /** Format: date */
          to: string;
        }[];
        open: string;
        paid: string;
        total: string;
        waived?: string;
      };
      open: string;
      principal: {
        credited: string;
        open: string;
        paid: string;
        total: string;
      };
      vat: {
        open: string;
        paid: string;
        ratePercent: string;
        total: string;
        waived?: string;
      };
    };
    TriedClaim: {
      collectionCosts:
        | {
            /** Format: date */
            noticeDeliveredOn?: string;
            /**
             * Format: date
             * @description In place of `noticeDeliveredOn`, of a letter by post: delivered when the law presumes it was.
             */
            noticeSentOn?: string;
            /** @enum {string} */
            type: "statutory";
          }
        | {
            amount: components["schemas"]["Money"];
            /** Format: date */
            noticeDeliveredOn?: string;
            /**
             * Format: date
             * @description In place of `noticeDeliveredOn`, of a letter by post: delivered when the law presumes it was.
             */
            noticeSentOn?: string;
            /** @enum {string} */
            type: "fixed";
          }
        | {
            /** @enum {string} */
            type: "none";
          };
      debtor: components["schemas"]["Debtor"];
      description: string;
      /** @enum {boolean} */
      dryRun: true;
      interest:
        | {
            /** @enum {string} */
            type: "statutory";
          }
        | {
            ratePercent: string;
            /** @enum {string} */
            type: "contractual";
          }
        | {
            /** @enum {string} */
            type: "none";
          };
      invoices: components["schemas"]["Invoice"][];
      /** @enum {string} */
      kind: "consumer" | "commercial";
      metadata: {
        [key: string]: string;
      };
      reference: string;
      statement: components["schemas"]["Statement"];
      /** @enum {string} */
      status: "open" | "paused" | "arranged" | "disputed" | "settled" | "closed";
      warnings: components["schemas"]["Warning"][];
    };
    /** @description Something to think about; it refuses nothing. */
    Warning: {
      allowed?: components["schemas"]["Money"];
      /** @enum {string} */
      code:
        | "notice_missing"
        | "notice_not_delivered_yet"
        | "notice_running"
        | "notice_before_due"
        | "costs_above_tariff"
        | "not_due_yet"
        | "issued_in_future"
        | "interest_rate_unknown"
        | "limitation_passed"
        | "limitation_passed_if_sale"
        | "debtor_differs"
        | "noticed_together";
      message: string;
      path: string;
    };
    WebhookEndpoint: {
      consecutiveFailures: number;
      /** Format: date-time */
      createdAt: string;
      description: string;
      /** @description Why it is disabled: by the creditor, by its own 410, or after days of failure. */
      disabledReason: string | null;
      events: (
        | "*"
        | "claim.opened"
        | "claim.settled"
        | "claim.reopened"
        | "claim.paused"
        | "claim.resumed"
        | "claim.closed"
        | "payment.paid"
        | "payment.failed"
        | "payment.overpaid"
        | "payment.refunded"
        | "payment.charged_back"
        | "payment.chargeback_reversed"
        | "arrangement.proposed"
        | "arrangement.countered"
        | "arrangement.accepted"
        | "arrangement.declined"
        | "arrangement.withdrawn"
        | "arrangement.expired"
        | "arrangement.completed"
        | "arrangement.broken"
        | "arrangement.cancelled"
        | "instalment.paid"
        | "instalment.missed"
        | "instalment.postponed"
        | "dispute.opened"
        | "dispute.message"
        | "dispute.withdrawn"
        | "dispute.resolved"
        | "debtor.help_requested"
        | "debtor.details_changed"
        | "debtor.wrong_person"
        | "message.sent"
        | "message.bounced"
        | "survey.answered"
        | "webhook.test"
      )[];
      /** Format: date-time */
      failingSince: string | null;
      id: string;
      /**
       * Format: date-time
       * @description Until when the secret before the last rotation signs along.
       */
      previousSecretUntil: string | null;
      /**
       * Format: date-time
       * @description It failed too often: until then nothing is sent, then one event to try.
       */
      restsUntil: string | null;
      /** @enum {string} */
      signature: "v1" | "v1a";
      /** @enum {string} */
      status: "enabled" | "disabled";
      /** Format: uri */
      url: string;
    };
    WebhookEndpointBody: {
      description?: string;
      /**
       * @description `*`: every type there is and will be.
       * @default [
       *       "*"
       *     ]
       */
      events?: (
        | "*"
        | "claim.opened"
        | "claim.settled"
        | "claim.reopened"
        | "claim.paused"
        | "claim.resumed"
        | "claim.closed"
        | "payment.paid"
        | "payment.failed"
        | "payment.overpaid"
        | "payment.refunded"
        | "payment.charged_back"
        | "payment.chargeback_reversed"
        | "arrangement.proposed"
        | "arrangement.countered"
        | "arrangement.accepted"
        | "arrangement.declined"
        | "arrangement.withdrawn"
        | "arrangement.expired"
        | "arrangement.completed"
        | "arrangement.broken"
        | "arrangement.cancelled"
        | "instalment.paid"
        | "instalment.missed"
        | "instalment.postponed"
        | "dispute.opened"
        | "dispute.message"
        | "dispute.withdrawn"
        | "dispute.resolved"
        | "debtor.help_requested"
        | "debtor.details_changed"
        | "debtor.wrong_person"
        | "message.sent"
        | "message.bounced"
        | "survey.answered"
        | "webhook.test"
      )[];
      /**
       * @description HMAC-SHA256, or ed25519.
       * @default v1
       * @enum {string}
       */
      signature?: "v1" | "v1a";
      /**
       * Format: uri
       * @description A public https address on port 443.
       */
      url: string;
    };
    WebhookEndpointChange: {
      description?: string;
      /** @description `*`: every type there is and will be. */
      events?: (
        | "*"
        | "claim.opened"
        | "claim.settled"
        | "claim.reopened"
        | "claim.paused"
        | "claim.resumed"
        | "claim.closed"
        | "payment.paid"
        | "payment.failed"
        | "payment.overpaid"
        | "payment.refunded"
        | "payment.charged_back"
        | "payment.chargeback_reversed"
        | "arrangement.proposed"
        | "arrangement.countered"
        | "arrangement.accepted"
        | "arrangement.declined"
        | "arrangement.withdrawn"
        | "arrangement.expired"
        | "arrangement.completed"
        | "arrangement.broken"
        | "arrangement.cancelled"
        | "instalment.paid"
        | "instalment.missed"
        | "instalment.postponed"
        | "dispute.opened"
        | "dispute.message"
        | "dispute.withdrawn"
        | "dispute.resolved"
        | "debtor.help_requested"
        | "debtor.details_changed"
        | "debtor.wrong_person"
        | "message.sent"
        | "message.bounced"
        | "survey.answered"
        | "webhook.test"
      )[];
      /** @enum {string} */
      status?: "enabled" | "disabled";
      /**
       * Format: uri
       * @description A public https address on port 443.
       */
      url?: string;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listArrangements: {
    parameters: {
      query?: {
        /** @description Only those of a claim: its id, or `ref:` and your own reference. */
        claim?: string;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description How many at most. */
        limit?: number;
        status?:
          | "proposed"
          | "countered"
          | "accepted"
          | "declined"
          | "withdrawn"
          | "expired"
          | "completed"
          | "broken"
          | "cancelled";
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of arrangements. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Arrangement"][];
            /** @description For the next page; null on the last. */
            nextCursor: string | null;
          };
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getArrangement: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the arrangement. */
        arrangement: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The arrangement. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Arrangement"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  acceptArrangement: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your own, such as a UUID, for this request and its retries. */
        "Idempotency-Key"?: string;
      };
      path: {
        /** @description Id of the arrangement. */
        arrangement: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": components["schemas"]["AcceptBody"];
      };
    };
    responses: {
      /** @description It runs. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Arrangement"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  cancelArrangement: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your own, such as a UUID, for this request and its retries. */
        "Idempotency-Key"?: string;
      };
      path: {
        /** @description Id of the arrangement. */
        arrangement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CancelBody"];
      };
    };
    responses: {
      /** @description It has ended. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Arrangement"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  counterArrangement: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your own, such as a UUID, for this request and its retries. */
        "Idempotency-Key"?: string;
      };
      path: {
        /** @description Id of the arrangement. */
        arrangement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CounterBody"];
      };
    };
    responses: {
      /** @description It waits for the debtor. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Arrangement"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  declineArrangement: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your own, such as a UUID, for this request and its retries. */
        "Idempotency-Key"?: string;
      };
      path: {
        /** @description Id of the arrangement. */
        arrangement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["DeclineBody"];
      };
    };
    responses: {
      /** @description It has ended. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Arrangement"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listClaims: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description How many at most. */
        limit?: number;
        /** @description Part of a reference, an invoice number, or the debtor's name, mail address or reference, without regard to capitals and accents; or the amount of an invoice or of all of them. One or two characters are the beginning of a word. */
        q?: string;
        status?: "open" | "paused" | "arranged" | "disputed" | "settled" | "closed";
        /** @description Only what changed at or after this time. */
        updatedSince?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of claims. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Claim"][];
            /** @description For the next page; null on the last. */
            nextCursor: string | null;
          };
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  createClaim: {
    parameters: {
      query?: {
        /** @description `true` only tries. */
        dryRun?: "true" | "false";
      };
      header?: {
        /** @description A key of your own, such as a UUID, for this request and its retries. */
        "Idempotency-Key"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ClaimBody"];
      };
    };
    responses: {
      /** @description With `dryRun=true`, what it would come to; else the same claim, which was there already. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TriedClaim"] | components["schemas"]["RegisteredClaim"];
        };
      };
      /** @description Created. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RegisteredClaim"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getClaim: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the claim, or `ref:` and your own reference, URL-encoded. */
        claim: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The claim. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Claim"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  changeClaim: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the claim, or `ref:` and your own reference, URL-encoded. */
        claim: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ClaimChange"];
      };
    };
    responses: {
      /** @description The claim as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RegisteredClaim"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  createArrangement: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your own, such as a UUID, for this request and its retries. */
        "Idempotency-Key"?: string;
      };
      path: {
        /** @description Id of the claim, or `ref:` and your own reference, URL-encoded. */
        claim: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ArrangementOfferBody"];
      };
    };
    responses: {
      /** @description It waits for the debtor. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Arrangement"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  closeClaim: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your own, such as a UUID, for this request and its retries. */
        "Idempotency-Key"?: string;
      };
      path: {
        /** @description Id of the claim, or `ref:` and your own reference, URL-encoded. */
        claim: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CloseBody"];
      };
    };
    responses: {
      /** @description It is closed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Claim"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  createCredit: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your own, such as a UUID, for this request and its retries. */
        "Idempotency-Key"?: string;
      };
      path: {
        /** @description Id of the claim, or `ref:` and your own reference, URL-encoded. */
        claim: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreditBody"];
      };
    };
    responses: {
      /** @description Booked. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Credit"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  createLink: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your own, such as a UUID, for this request and its retries. */
        "Idempotency-Key"?: string;
      };
      path: {
        /** @description Id of the claim, or `ref:` and your own reference, URL-encoded. */
        claim: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["LinkBody"];
      };
    };
    responses: {
      /** @description Issued. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Link"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listMessages: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description How many at most. */
        limit?: number;
      };
      header?: never;
      path: {
        /** @description Id of the claim, or `ref:` and your own reference, URL-encoded. */
        claim: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of messages. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Message"][];
            /** @description For the next page; null on the last. */
            nextCursor: string | null;
          };
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  createMessage: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your own, such as a UUID, for this request and its retries. */
        "Idempotency-Key"?: string;
      };
      path: {
        /** @description Id of the claim, or `ref:` and your own reference, URL-encoded. */
        claim: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["MessageBody"];
        "multipart/form-data": components["schemas"]["MessageForm"];
      };
    };
    responses: {
      /** @description Added. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Message"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  pauseClaim: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your own, such as a UUID, for this request and its retries. */
        "Idempotency-Key"?: string;
      };
      path: {
        /** @description Id of the claim, or `ref:` and your own reference, URL-encoded. */
        claim: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["PauseBody"];
      };
    };
    responses: {
      /** @description It rests. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Claim"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  createPayment: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your own, such as a UUID, for this request and its retries. */
        "Idempotency-Key"?: string;
      };
      path: {
        /** @description Id of the claim, or `ref:` and your own reference, URL-encoded. */
        claim: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["OutsidePayment"];
      };
    };
    responses: {
      /** @description Booked; `allocation` says where it went. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Payment"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  resumeClaim: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your own, such as a UUID, for this request and its retries. */
        "Idempotency-Key"?: string;
      };
      path: {
        /** @description Id of the claim, or `ref:` and your own reference, URL-encoded. */
        claim: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It goes on. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Claim"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getStatement: {
    parameters: {
      query?: {
        asOf?: string;
      };
      header?: never;
      path: {
        /** @description Id of the claim, or `ref:` and your own reference, URL-encoded. */
        claim: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The amounts. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Statement"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listDisputes: {
    parameters: {
      query?: {
        /** @description Only those of a claim: its id, or `ref:` and your own reference. */
        claim?: string;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description How many at most. */
        limit?: number;
        /** @description `open` waits for you, `awaiting_debtor` for an answer to your question. The others have ended; `outcome` says how one was resolved. */
        status?: "open" | "awaiting_debtor" | "resolved" | "withdrawn";
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of disputes. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Dispute"][];
            /** @description For the next page; null on the last. */
            nextCursor: string | null;
          };
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getDispute: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the dispute. */
        dispute: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The dispute. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Dispute"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  createDisputeMessage: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your own, such as a UUID, for this request and its retries. */
        "Idempotency-Key"?: string;
      };
      path: {
        /** @description Id of the dispute. */
        dispute: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["DisputeMessageBody"];
      };
    };
    responses: {
      /** @description Sent. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Dispute"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  resolveDispute: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your own, such as a UUID, for this request and its retries. */
        "Idempotency-Key"?: string;
      };
      path: {
        /** @description Id of the dispute. */
        dispute: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ResolveBody"];
      };
    };
    responses: {
      /** @description It is decided. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Dispute"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getDocument: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the document. */
        document: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "*/*": string;
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listEvents: {
    parameters: {
      query?: {
        /** @description Id of the last event you have. */
        after?: string;
        /** @description The same, as in every other list. */
        cursor?: string;
        /** @description How many at most. */
        limit?: number;
        /** @description Only these types, separated by commas. */
        type?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of events. `nextCursor` is null when there are no more for now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Event"][];
            /** @description For the next page; null on the last. */
            nextCursor: string | null;
          };
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  redeliverEvent: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your own, such as a UUID, for this request and its retries. */
        "Idempotency-Key"?: string;
      };
      path: {
        /** @description Id of the event. */
        event: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": components["schemas"]["Redeliver"];
      };
    };
    responses: {
      /** @description On its way. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description To how many endpoints. */
            deliveries: number;
          };
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listImports: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description How many at most. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["ImportSummary"][];
            /** @description For the next page; null on the last. */
            nextCursor: string | null;
          };
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  createImport: {
    parameters: {
      query?: {
        /** @description `true` only tries. */
        dryRun?: "true" | "false";
      };
      header?: {
        /** @description A key of your own, such as a UUID, for this request and its retries. */
        "Idempotency-Key"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/x-ndjson": string;
        "application/xml": string;
        "application/zip": string;
        "text/csv": string;
        "text/xml": string;
      };
    };
    responses: {
      /** @description Stored, and waiting for its turn. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Import"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getImport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the import. */
        import: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The import. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Import"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getImportErrors: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the import. */
        import: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The table. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/csv": string;
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listImportRows: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description How many at most. */
        limit?: number;
        result?: "created" | "unchanged" | "credited" | "failed";
      };
      header?: never;
      path: {
        /** @description Id of the import. */
        import: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["ImportRow"][];
            /** @description For the next page; null on the last. */
            nextCursor: string | null;
          };
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getImportTemplate: {
    parameters: {
      query?: {
        /** @description Of the names; both are understood. */
        language?: "nl" | "en";
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The table. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/csv": string;
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listLinkKeys: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description How many at most. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of keys. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["LinkKey"][];
            /** @description For the next page; null on the last. */
            nextCursor: string | null;
          };
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  createLinkKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your own, such as a UUID, for this request and its retries. */
        "Idempotency-Key"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["LinkKeyBody"];
      };
    };
    responses: {
      /** @description Registered. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["LinkKey"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  deleteLinkKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the key, or its `kid`. */
        linkKey: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Taken back. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  deleteLink: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the link, or `jti:` and the `jti` you signed: 1 to 64 letters, digits or `. _ ~ -`. */
        link: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Revoked. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  createBulkLinks: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your own, such as a UUID, for this request and its retries. */
        "Idempotency-Key"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["BulkLinksBody"];
      };
    };
    responses: {
      /** @description The links. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/csv": string;
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getPayment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the payment. */
        payment: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The payment. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Payment"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  createRefund: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your own, such as a UUID, for this request and its retries. */
        "Idempotency-Key"?: string;
      };
      path: {
        /** @description Id of the payment. */
        payment: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RefundBody"];
      };
    };
    responses: {
      /** @description On its way, or booked. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refund"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getPolicy: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The policy. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Policy"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  putPolicy: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["Policy"];
      };
    };
    responses: {
      /** @description The policy as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Policy"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  simulatePolicy: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your own, such as a UUID, for this request and its retries. */
        "Idempotency-Key"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["SimulationBody"];
      };
    };
    responses: {
      /** @description For each amount a month how many claims got which answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Simulation"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listWebhookEndpoints: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description How many at most. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of endpoints. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["WebhookEndpoint"][];
            /** @description For the next page; null on the last. */
            nextCursor: string | null;
          };
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  createWebhookEndpoint: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your own, such as a UUID, for this request and its retries. */
        "Idempotency-Key"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["WebhookEndpointBody"];
      };
    };
    responses: {
      /** @description Added. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["NewWebhookEndpoint"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getWebhookEndpoint: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the endpoint. */
        endpoint: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The endpoint. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WebhookEndpoint"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  deleteWebhookEndpoint: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the endpoint. */
        endpoint: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Gone. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  changeWebhookEndpoint: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the endpoint. */
        endpoint: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["WebhookEndpointChange"];
      };
    };
    responses: {
      /** @description The endpoint as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WebhookEndpoint"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listDeliveries: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description How many at most. */
        limit?: number;
        status?: "pending" | "delivered" | "failed" | "held";
      };
      header?: never;
      path: {
        /** @description Id of the endpoint. */
        endpoint: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of deliveries. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Delivery"][];
            /** @description For the next page; null on the last. */
            nextCursor: string | null;
          };
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  diagnoseWebhookEndpoint: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the endpoint. */
        endpoint: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The diagnosis. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ReceiverDiagnosis"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  recoverWebhookEndpoint: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your own, such as a UUID, for this request and its retries. */
        "Idempotency-Key"?: string;
      };
      path: {
        /** @description Id of the endpoint. */
        endpoint: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RecoverBody"];
      };
    };
    responses: {
      /** @description On their way. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            deliveries: number;
          };
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  rotateWebhookSecret: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your own, such as a UUID, for this request and its retries. */
        "Idempotency-Key"?: string;
      };
      path: {
        /** @description Id of the endpoint. */
        endpoint: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": Record<string, never>;
      };
    };
    responses: {
      /** @description The new secret. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RotatedSecret"];
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  testWebhookEndpoint: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your own, such as a UUID, for this request and its retries. */
        "Idempotency-Key"?: string;
      };
      path: {
        /** @description Id of the endpoint. */
        endpoint: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": Record<string, never>;
      };
    };
    responses: {
      /** @description On its way. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            event: string;
          };
        };
      };
      /** @description A problem. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
}
