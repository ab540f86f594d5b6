import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireHandler } from "#app/server/access/require-user.server.ts";
import { loadClaimHead } from "#app/server/inbox/claim-head.server.ts";
import type { Step } from "./take-step.server.ts";

/** Who acts, and on which claim of theirs; throws 403 for who only reads, and 404 for a claim of nobody or of another. */
export async function claimToActOn({ request, params, context }: LoaderFunctionArgs) {
  const grant = await requireHandler(context, request);
  const found = await loadClaimHead(context.app, { grant, claimId: params["claimId"] ?? "" });
  if (!found) throw new Response(null, { status: 404 });
  return { grant, ...found };
}

/** The form again with what is wrong, the page that says what will happen, or on to `done`. */
export function answerStep<Answers, Check, Fault>(step: Step<Answers, Check, Fault>, { done }: { done: string }) {
  if (step.step === "done") return redirect(done, 303);
  const { answers } = step;
  return step.step === "form"
    ? data({ answers, errors: step.errors }, { status: step.errors.length > 0 ? 422 : 200 })
    : data({ answers, check: step.check, changed: step.changed }, { status: step.changed ? 409 : 200 });
}
