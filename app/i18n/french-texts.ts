import common from "./texts/fr/common.json" with { type: "json" };
import landing from "./texts/fr/landing.json" with { type: "json" };
import code from "./texts/fr/code.json" with { type: "json" };
import newLink from "./texts/fr/newLink.json" with { type: "json" };
import checkout from "./texts/fr/checkout.json" with { type: "json" };
import returnTexts from "./texts/fr/return.json" with { type: "json" };
import help from "./texts/fr/help.json" with { type: "json" };
import errors from "./texts/fr/errors.json" with { type: "json" };
import session from "./texts/fr/session.json" with { type: "json" };
import home from "./texts/fr/home.json" with { type: "json" };
import overview from "./texts/fr/overview.json" with { type: "json" };
import statement from "./texts/fr/statement.json" with { type: "json" };
import letters from "./texts/fr/letters.json" with { type: "json" };
import document from "./texts/fr/document.json" with { type: "json" };
import pay from "./texts/fr/pay.json" with { type: "json" };
import transfer from "./texts/fr/transfer.json" with { type: "json" };
import arrange from "./texts/fr/arrange.json" with { type: "json" };
import mail from "./texts/fr/mail.json" with { type: "json" };
import receipt from "./texts/fr/receipt.json" with { type: "json" };
import arrangementMail from "./texts/fr/arrangementMail.json" with { type: "json" };
import arrangementPage from "./texts/fr/arrangementPage.json" with { type: "json" };
import agreement from "./texts/fr/agreement.json" with { type: "json" };
import disputePage from "./texts/fr/disputePage.json" with { type: "json" };
import disputeMail from "./texts/fr/disputeMail.json" with { type: "json" };
import evidence from "./texts/fr/evidence.json" with { type: "json" };
import pause from "./texts/fr/pause.json" with { type: "json" };
import helper from "./texts/fr/helper.json" with { type: "json" };
import specialCase from "./texts/fr/specialCase.json" with { type: "json" };
import complaint from "./texts/fr/complaint.json" with { type: "json" };
import details from "./texts/fr/details.json" with { type: "json" };
import real from "./texts/fr/real.json" with { type: "json" };
import linkLetter from "./texts/fr/linkLetter.json" with { type: "json" };
import phone from "./texts/fr/phone.json" with { type: "json" };
import accessibility from "./texts/fr/accessibility.json" with { type: "json" };

/** What debtors read, in French, by page. */
export const frenchTexts = {
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
  disputePage,
  disputeMail,
  evidence,
  pause,
  helper,
  specialCase,
  complaint,
  details,
  real,
  linkLetter,
  phone,
  accessibility,
};
