import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findCapturedMail } from "#app/server/messages/captured-mails.server.ts";

const ADDRESS = /(https?:\/\/\S+)/;

export async function loader({ context, params }: LoaderFunctionArgs) {
  const mail = context.app.config.production ? null : await findCapturedMail(context.app, params["mailId"] ?? "");
  if (!mail) throw new Response(null, { status: 404 });
  return { language: "en", mail };
}

export default function OutboxMail() {
  const { mail } = useLoaderData<typeof loader>();
  return (
    <main className="mx-auto max-w-column px-4 py-6">
      <a href="/dev/outbox">Mail that went out</a>
      <h1>{mail.subject}</h1>
      <p className="text-small text-ink-soft">
        {mail.createdAt} to {mail.recipient}
      </p>
      <div className="whitespace-pre-wrap rounded-card border border-line bg-card p-4 [overflow-wrap:anywhere]">
        {mail.text.split(ADDRESS).map((part, index) =>
          ADDRESS.test(part) ? (
            <a key={index} href={part}>
              {part}
            </a>
          ) : (
            part
          ),
        )}
      </div>
    </main>
  );
}
