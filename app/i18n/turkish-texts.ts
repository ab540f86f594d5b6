import common from "./texts/tr/common.json" with { type: "json" };
import landing from "./texts/tr/landing.json" with { type: "json" };
import code from "./texts/tr/code.json" with { type: "json" };
import newLink from "./texts/tr/newLink.json" with { type: "json" };
import checkout from "./texts/tr/checkout.json" with { type: "json" };
import returnTexts from "./texts/tr/return.json" with { type: "json" };
import help from "./texts/tr/help.json" with { type: "json" };
import errors from "./texts/tr/errors.json" with { type: "json" };
import session from "./texts/tr/session.json" with { type: "json" };
import home from "./texts/tr/home.json" with { type: "json" };
import overview from "./texts/tr/overview.json" with { type: "json" };
import statement from "./texts/tr/statement.json" with { type: "json" };
import letters from "./texts/tr/letters.json" with { type: "json" };
import document from "./texts/tr/document.json" with { type: "json" };
import pay from "./texts/tr/pay.json" with { type: "json" };
import transfer from "./texts/tr/transfer.json" with { type: "json" };
import arrange from "./texts/tr/arrange.json" with { type: "json" };
import mail from "./texts/tr/mail.json" with { type: "json" };
import receipt from "./texts/tr/receipt.json" with { type: "json" };
import arrangementMail from "./texts/tr/arrangementMail.json" with { type: "json" };
import arrangementPage from "./texts/tr/arrangementPage.json" with { type: "json" };
import agreement from "./texts/tr/agreement.json" with { type: "json" };
import disputePage from "./texts/tr/disputePage.json" with { type: "json" };
import disputeMail from "./texts/tr/disputeMail.json" with { type: "json" };
import evidence from "./texts/tr/evidence.json" with { type: "json" };
import pause from "./texts/tr/pause.json" with { type: "json" };
import helper from "./texts/tr/helper.json" with { type: "json" };
import specialCase from "./texts/tr/specialCase.json" with { type: "json" };
import complaint from "./texts/tr/complaint.json" with { type: "json" };
import details from "./texts/tr/details.json" with { type: "json" };
import real from "./texts/tr/real.json" with { type: "json" };
import linkLetter from "./texts/tr/linkLetter.json" with { type: "json" };
import phone from "./texts/tr/phone.json" with { type: "json" };
import accessibility from "./texts/tr/accessibility.json" with { type: "json" };

/** What debtors read, in Turkish, by page. */
export const turkishTexts = {
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
