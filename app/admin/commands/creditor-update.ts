import { parseEuro } from "#app/domain/money-text.ts";
import { FORMS_OF_ADDRESS } from "#app/i18n/languages.ts";
import { checkNewMollieKey, type MollieKeyRefusal } from "#app/server/creditors/check-new-mollie-key.server.ts";
import { type CreditorDetailsChange, updateCreditor } from "#app/server/creditors/update-creditor.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type Command, needed, type OptionValues, Refused, WrongUse } from "../command.ts";

const TEXTS = ["address", "phone", "email", "website", "complaints-email", "collector-name", "collector-register-number", "collector-address", "collector-phone", "collector-email", "minimum-part", "postal-days", "pause-months", "pause-months-most", "pause-freezes-interest", "form-of-address", "help-contacts"] as const; // prettier-ignore

export const creditorUpdate: Command = {
  name: "creditor:update",
  usage:
    "--creditor ID [--address T] [--phone T] [--email T] [--website T] [--complaints-email T] [--collector-name T] [--collector-register-number T] [--collector-address T] [--collector-phone T] [--collector-email T] [--minimum-part A] [--postal-days N] [--pause-months N] [--pause-months-most N] [--pause-freezes-interest yes|no] [--form-of-address formal|informal] [--help-contacts JSON] [--mollie-key-from-env NAME]",
  does: "sets how debtors reach a creditor, who collects, the smallest part payment, how long the post takes, pauses, u or je, who else helps and the creditor's own Mollie key",
  options: {
    creditor: { type: "string" },
    "mollie-key-from-env": { type: "string" },
    ...Object.fromEntries(TEXTS.map((name) => [name, { type: "string" as const }])),
  },
  async run(services, options) {
    const creditorId = needed(options, "creditor");
    const change = toChange(options);
    if (change.mollieApiKey !== undefined) await requireGoodKey(services, { creditorId, typed: change.mollieApiKey });
    const updated = await updateCreditor(services, { creditorId, change, actor: "operator" });
    if (!updated.ok) throw new Refused(updated.error.kind === "creditor_not_found" ? "there is no such creditor" : updated.error.faults.join("; ")); // prettier-ignore
    return { json: updated.value, lines: [`Changed: ${updated.value.changed.join(", ") || "nothing"}`] };
  },
};

const KEY_REFUSED: Record<Exclude<MollieKeyRefusal["kind"], "collected">, string> = {
  unreadable: "a key of Mollie is test_… or live_…",
  test_key: "in production a key is live_…: with a test key debtors pay with money that does not exist",
  refused: "Mollie does not know this key",
  no_answer: "Mollie gave no answer, so the key could not be checked; try again later",
  no_ideal: "the key works, but iDEAL is off at Mollie; switch it on there first",
};

async function requireGoodKey(services: Services, key: { creditorId: string; typed: string }): Promise<void> {
  const checked = await checkNewMollieKey(services, key);
  if (checked.ok) return;
  const { error } = checked;
  if (error.kind !== "collected") throw new Refused(`${KEY_REFUSED[error.kind]}. Nothing was changed`);
  throw new Refused(`arrangements collected through another account at Mollie, which this key does not reach: ${error.count}. Nothing was changed`); // prettier-ignore
}

function toChange(options: OptionValues): CreditorDetailsChange {
  const group = (prefix: string, names: readonly string[]) => {
    const given = names.flatMap((name) => {
      const value = options[`${prefix}${name}`];
      return typeof value === "string"
        ? [[name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), value]]
        : [];
    });
    return given.length > 0 ? (Object.fromEntries(given) as Record<string, string>) : undefined;
  };
  const contact = group("", ["address", "phone", "email", "website"]);
  const collector = group("collector-", ["name", "register-number", "address", "phone", "email"]);
  const complaints = group("complaints-", ["email"]);
  return {
    ...(contact ? { contact } : {}),
    ...(collector ? { collector: collector as CreditorDetailsChange["collector"] & object } : {}),
    ...(complaints ? { complaints } : {}),
    ...minimumPart(options["minimum-part"]),
    ...postalDays(options),
    ...pauses(options),
    ...formOfAddress(options["form-of-address"]),
    ...helpContacts(options["help-contacts"]),
    ...mollieKey(options["mollie-key-from-env"]),
  };
}

function minimumPart(text: string | boolean | undefined): Pick<CreditorDetailsChange, "minimumPartPaymentCents"> {
  if (typeof text !== "string") return {};
  const amount = parseEuro(text);
  if (!amount.ok) throw new WrongUse("--minimum-part is an amount in euro, such as 10,00");
  return { minimumPartPaymentCents: amount.value };
}

function postalDays(options: OptionValues): Pick<CreditorDetailsChange, "postalDays"> {
  const days = wholeNumber(options, "postal-days");
  return days === null ? {} : { postalDays: days };
}

function pauses(
  options: OptionValues,
): Pick<CreditorDetailsChange, "pauseMonths" | "pauseMonthsMost" | "pauseFreezesInterest"> {
  const months = wholeNumber(options, "pause-months");
  const most = wholeNumber(options, "pause-months-most");
  const freezes = options["pause-freezes-interest"];
  if (typeof freezes === "string" && freezes !== "yes" && freezes !== "no") {
    throw new WrongUse("--pause-freezes-interest is yes or no");
  }
  return {
    ...(months === null ? {} : { pauseMonths: months }),
    ...(most === null ? {} : { pauseMonthsMost: most }),
    ...(typeof freezes === "string" ? { pauseFreezesInterest: freezes === "yes" } : {}),
  };
}

function formOfAddress(text: string | boolean | undefined): Pick<CreditorDetailsChange, "formOfAddress"> {
  if (typeof text !== "string") return {};
  const known = FORMS_OF_ADDRESS.find((form) => form === text);
  if (known === undefined) throw new WrongUse("--form-of-address is formal or informal");
  return { formOfAddress: known };
}

function wholeNumber(options: OptionValues, name: string): number | null {
  const text = options[name];
  if (typeof text !== "string") return null;
  if (!/^\d{1,3}$/.test(text)) throw new WrongUse(`--${name} is a whole number`);
  return Number(text);
}

function helpContacts(text: string | boolean | undefined): Pick<CreditorDetailsChange, "helpContacts"> {
  if (typeof text !== "string") return {};
  try {
    return { helpContacts: JSON.parse(text) as NonNullable<CreditorDetailsChange["helpContacts"]> };
  } catch {
    throw new WrongUse("--help-contacts is a JSON list of {name, text, phone, url}");
  }
}

/** By the name of a variable, so that the key stands in no shell history and no list of processes. */
function mollieKey(name: string | boolean | undefined): Pick<CreditorDetailsChange, "mollieApiKey"> {
  if (typeof name !== "string") return {};
  const key = process.env[name];
  if (!key) throw new WrongUse(`the variable ${name} is not set`);
  return { mollieApiKey: key };
}
