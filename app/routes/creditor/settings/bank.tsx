import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireOwner } from "#app/server/access/require-owner.server.ts";
import { askBankChange, type BankChangeRefusal, cancelBankChange } from "#app/server/creditors/bank-change.server.ts";
import { loadBank } from "#app/server/creditors/bank-view.server.ts";
import { formAnswers, lineOf } from "#app/server/creditors/form-reader.server.ts";
import { actorOf, openSettings } from "#app/server/creditors/settings-frame.server.ts";
import { doneMark } from "#app/server/inbox/done-mark.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { type BankFaultView, SettingsBankPage } from "#app/ui/pages/settings-bank-page.tsx";
import { BANK } from "#app/ui/settings/settings-addresses.ts";

const DONE = ["asked", "cancelled"] as const;

export async function loader(call: LoaderFunctionArgs) {
  const { grant, page } = await openSettings(call);
  const named = doneMark(call);
  const bank = await loadBank(call.context.app, grant);
  return {
    ...page,
    title: "settings.bank.title" as const,
    ...bank,
    answers: { accountHolder: [bank.account.accountHolder] },
    done: DONE.find((one) => one === named) ?? null,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const grant = await requireOwner(context, request);
  const { creditorId } = grant;
  const actor = actorOf(grant);
  const form = await readForm(request);
  if (form.get("act") === "cancel") {
    const cancelled = await cancelBankChange(context.app, { creditorId, changeId: form.get("change") ?? "", actor });
    if (cancelled.ok) return redirect(`${BANK}?done=cancelled`, 303);
    if (cancelled.error.kind === "not_found") throw new Response(null, { status: 404 });
    return data({ refused: cancelled.error.kind }, { status: 409 });
  }
  const order = { creditorId, iban: lineOf(form, "iban"), accountHolder: lineOf(form, "accountHolder"), actor };
  const asked = await askBankChange(context.app, order);
  if (asked.ok) return redirect(`${BANK}?done=asked`, 303);
  if (asked.error.kind === "waits_already") return data({ refused: asked.error.kind }, { status: 409 });
  return data({ faults: [faultOf(asked.error)], answers: formAnswers(form) }, { status: 422 });
}

function faultOf({ kind }: BankChangeRefusal): BankFaultView {
  switch (kind) {
    case "holder_missing":
    case "holder_too_long":
      return { field: "accountHolder", kind };
    case "same":
      return { field: "iban", kind };
    case "wrong_iban_check_digits":
      return { field: "iban", kind: "iban_digits" };
    default:
      return { field: "iban", kind: "iban" };
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Bank() {
  const { frame, account, change, answers, done } = useLoaderData<typeof loader>();
  return <SettingsBankPage {...{ frame, account, change, answers, done }} {...useActionData<typeof action>()} />;
}
