import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listCapturedMails } from "#app/server/messages/captured-mails.server.ts";

/** Outside production: mail that would have gone out. */
export async function loader({ context }: LoaderFunctionArgs) {
  if (context.app.config.production) throw new Response(null, { status: 404 });
  return { language: "en", mails: await listCapturedMails(context.app) };
}

export default function Outbox() {
  const { mails } = useLoaderData<typeof loader>();
  return (
    <main className="mx-auto max-w-column px-4 py-6">
      <h1>Mail that went out</h1>
      {mails.length === 0 ? (
        <p>Nothing yet. Mail appears here instead of being sent, because no SMTP server is set up.</p>
      ) : (
        <ul>
          {mails.map((mail) => (
            <li key={mail.id} className="border-b border-line py-3">
              <a href={`/dev/outbox/${mail.id}`}>{mail.subject}</a>
              <p className="text-small text-ink-soft">
                {mail.createdAt} to {mail.recipient}
              </p>
            </li>
          ))}
        </ul>
      )}
    </main>
  );
}
