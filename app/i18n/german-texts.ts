import common from "./texts/de/common.json" with { type: "json" };
import landing from "./texts/de/landing.json" with { type: "json" };
import code from "./texts/de/code.json" with { type: "json" };
import newLink from "./texts/de/newLink.json" with { type: "json" };
import checkout from "./texts/de/checkout.json" with { type: "json" };
import returnTexts from "./texts/de/return.json" with { type: "json" };
import help from "./texts/de/help.json" with { type: "json" };
import errors from "./texts/de/errors.json" with { type: "json" };
import session from "./texts/de/session.json" with { type: "json" };
import home from "./texts/de/home.json" with { type: "json" };
import overview from "./texts/de/overview.json" with { type: "json" };
import statement from "./texts/de/statement.json" with { type: "json" };
import letters from "./texts/de/letters.json" with { type: "json" };
import document from "./texts/de/document.json" with { type: "json" };
import pay from "./texts/de/pay.json" with { type: "json" };
import transfer from "./texts/de/transfer.json" with { type: "json" };
import arrange from "./texts/de/arrange.json" with { type: "json" };
import mail from "./texts/de/mail.json" with { type: "json" };
import receipt from "./texts/de/receipt.json" with { type: "json" };
import arrangementMail from "./texts/de/arrangementMail.json" with { type: "json" };
import arrangementPage from "./texts/de/arrangementPage.json" with { type: "json" };
import agreement from "./texts/de/agreement.json" with { type: "json" };
import disputePage from "./texts/de/disputePage.json" with { type: "json" };
import disputeMail from "./texts/de/disputeMail.json" with { type: "json" };
import evidence from "./texts/de/evidence.json" with { type: "json" };
import pause from "./texts/de/pause.json" with { type: "json" };
import helper from "./texts/de/helper.json" with { type: "json" };
import specialCase from "./texts/de/specialCase.json" with { type: "json" };
import complaint from "./texts/de/complaint.json" with { type: "json" };
import details from "./texts/de/details.json" with { type: "json" };
import real from "./texts/de/real.json" with { type: "json" };
import linkLetter from "./texts/de/linkLetter.json" with { type: "json" };
import phone from "./texts/de/phone.json" with { type: "json" };
import accessibility from "./texts/de/accessibility.json" with { type: "json" };

/** What debtors read, in German, by page. */
export const germanTexts = {
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
