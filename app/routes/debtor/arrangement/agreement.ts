import type { LoaderFunctionArgs } from "@remix-run/node";
import { pageVoice } from "#app/server/access/page-language.server.ts";
import { requireDebtor } from "#app/server/access/require-debtor.server.ts";
import { writeAgreement } from "#app/server/arrangements/write-agreement.server.ts";

/** The agreement as PDF. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const debtor = await requireDebtor(context);
  const claimId = new URL(request.url).searchParams.get("claim");
  const voice = pageVoice(context, debtor.language);
  const agreement = await writeAgreement(context.app, { debtor, claimId, voice });
  if (!agreement) throw new Response(null, { status: 404 });
  const { arrangementId, pdf } = agreement;
  return new Response(pdf, {
    headers: { "Content-Type": "application/pdf", "Content-Disposition": `inline; filename="${arrangementId}.pdf"` },
  });
}
