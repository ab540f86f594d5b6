import type { ReceivedWebhook } from "./received-webhook.ts";

const SHOWN = 200;

/** The received webhooks, newest first, as a page that refreshes itself. */
export function receiverPage(received: readonly ReceivedWebhook[]): string {
  const rows = received.slice(-SHOWN).reverse().map(row).join("\n");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="5">
<title>Received webhooks (${received.length})</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #ccc; padding: .4rem .8rem .4rem 0; text-align: left; vertical-align: top; }
pre { margin: .4rem 0; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem; }
</style>
</head>
<body>
<h1>Received webhooks</h1>
<p>This is the creditor's own software: it verifies every webhook before it believes it.</p>
<table>
<thead><tr><th scope="col">Received</th><th scope="col">Verified</th><th scope="col">Event</th><th scope="col">Sequence</th><th scope="col">Claim</th></tr></thead>
<tbody>
${rows || `<tr><td colspan="5">Nothing yet.</td></tr>`}
</tbody>
</table>
</body>
</html>
`;
}

function row(webhook: ReceivedWebhook): string {
  const verdict = webhook.problem === null ? "✓" : `✗ ${webhook.problem}`;
  const { type, sequence, claimReference } = webhook.event ?? { type: "", sequence: null, claimReference: null };
  const repeat = webhook.duplicate ? " (seen before)" : "";
  return `<tr>
<td>${webhook.receivedAt.toISOString()}</td>
<td>${escapeHtml(verdict)}</td>
<td><details><summary>${escapeHtml(type || "not read")}${repeat}</summary><pre>${escapeHtml(webhook.body)}</pre></details></td>
<td>${sequence ?? ""}</td>
<td>${escapeHtml(claimReference ?? "")}</td>
</tr>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
