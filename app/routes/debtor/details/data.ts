import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireDebtor } from "#app/server/access/require-debtor.server.ts";
import { writeOwnData } from "#app/server/details/own-data.server.ts";

/** Everything that is known of the debtor, to keep or to take elsewhere. */
export async function loader({ context }: LoaderFunctionArgs) {
  const debtor = await requireDebtor(context);
  return new Response(await writeOwnData(context.app, debtor), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="mijn-gegevens.json"',
    },
  });
}
