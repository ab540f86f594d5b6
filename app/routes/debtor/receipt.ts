import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireDebtor } from "#app/server/access/require-debtor.server.ts";
import { pageVoice } from "#app/server/access/page-language.server.ts";
import { writeReceipt } from "#app/server/payments/write-receipt.server.ts";

/** Proof of one payment as PDF. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const debtor = await requireDebtor(context);
  const paymentId = params["paymentId"] ?? "";
  const pdf = await writeReceipt(context.app, { debtor, paymentId, voice: pageVoice(context, debtor.language) });
  if (!pdf) throw new Response(null, { status: 404 });
  return new Response(pdf, {
    headers: { "Content-Type": "application/pdf", "Content-Disposition": `inline; filename="${paymentId}.pdf"` },
  });
}
