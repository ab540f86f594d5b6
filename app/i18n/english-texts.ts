import common from "./texts/en/common.json" with { type: "json" };
import landing from "./texts/en/landing.json" with { type: "json" };
import code from "./texts/en/code.json" with { type: "json" };
import newLink from "./texts/en/newLink.json" with { type: "json" };
import checkout from "./texts/en/checkout.json" with { type: "json" };
import returnTexts from "./texts/en/return.json" with { type: "json" };
import help from "./texts/en/help.json" with { type: "json" };
import errors from "./texts/en/errors.json" with { type: "json" };
import session from "./texts/en/session.json" with { type: "json" };
import home from "./texts/en/home.json" with { type: "json" };
import overview from "./texts/en/overview.json" with { type: "json" };
import statement from "./texts/en/statement.json" with { type: "json" };
import letters from "./texts/en/letters.json" with { type: "json" };
import document from "./texts/en/document.json" with { type: "json" };
import pay from "./texts/en/pay.json" with { type: "json" };
import arrange from "./texts/en/arrange.json" with { type: "json" };
import transfer from "./texts/en/transfer.json" with { type: "json" };
import mail from "./texts/en/mail.json" with { type: "json" };
import receipt from "./texts/en/receipt.json" with { type: "json" };
import arrangementMail from "./texts/en/arrangementMail.json" with { type: "json" };
import arrangementPage from "./texts/en/arrangementPage.json" with { type: "json" };
import inbox from "./texts/en/inbox.json" with { type: "json" };
import agreement from "./texts/en/agreement.json" with { type: "json" };

/** Every English text, by page. */
export const englishTexts = {
  common,
  landing,
  code,
  newLink,
  checkout,
  return: returnTexts,
  help,
  errors,
  session,
  home,
  overview,
  statement,
  letters,
  document,
  pay,
  transfer,
  arrange,
  mail,
  receipt,
  arrangementMail,
  arrangementPage,
  agreement,
  inbox,
};
