import common from "./texts/ar/common.json" with { type: "json" };
import landing from "./texts/ar/landing.json" with { type: "json" };
import code from "./texts/ar/code.json" with { type: "json" };
import newLink from "./texts/ar/newLink.json" with { type: "json" };
import checkout from "./texts/ar/checkout.json" with { type: "json" };
import returnTexts from "./texts/ar/return.json" with { type: "json" };
import help from "./texts/ar/help.json" with { type: "json" };
import errors from "./texts/ar/errors.json" with { type: "json" };
import session from "./texts/ar/session.json" with { type: "json" };
import home from "./texts/ar/home.json" with { type: "json" };
import overview from "./texts/ar/overview.json" with { type: "json" };
import statement from "./texts/ar/statement.json" with { type: "json" };
import letters from "./texts/ar/letters.json" with { type: "json" };
import document from "./texts/ar/document.json" with { type: "json" };
import pay from "./texts/ar/pay.json" with { type: "json" };
import transfer from "./texts/ar/transfer.json" with { type: "json" };
import arrange from "./texts/ar/arrange.json" with { type: "json" };
import mail from "./texts/ar/mail.json" with { type: "json" };
import receipt from "./texts/ar/receipt.json" with { type: "json" };
import arrangementMail from "./texts/ar/arrangementMail.json" with { type: "json" };
import arrangementPage from "./texts/ar/arrangementPage.json" with { type: "json" };
import agreement from "./texts/ar/agreement.json" with { type: "json" };
import disputePage from "./texts/ar/disputePage.json" with { type: "json" };
import disputeMail from "./texts/ar/disputeMail.json" with { type: "json" };
import evidence from "./texts/ar/evidence.json" with { type: "json" };
import pause from "./texts/ar/pause.json" with { type: "json" };
import helper from "./texts/ar/helper.json" with { type: "json" };
import specialCase from "./texts/ar/specialCase.json" with { type: "json" };
import complaint from "./texts/ar/complaint.json" with { type: "json" };
import details from "./texts/ar/details.json" with { type: "json" };
import real from "./texts/ar/real.json" with { type: "json" };
import linkLetter from "./texts/ar/linkLetter.json" with { type: "json" };
import phone from "./texts/ar/phone.json" with { type: "json" };
import accessibility from "./texts/ar/accessibility.json" with { type: "json" };

/** What debtors read, in Arabic, by page. */
export const arabicTexts = {
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
