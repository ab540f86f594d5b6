import common from "./texts/pl/common.json" with { type: "json" };
import landing from "./texts/pl/landing.json" with { type: "json" };
import code from "./texts/pl/code.json" with { type: "json" };
import newLink from "./texts/pl/newLink.json" with { type: "json" };
import checkout from "./texts/pl/checkout.json" with { type: "json" };
import returnTexts from "./texts/pl/return.json" with { type: "json" };
import help from "./texts/pl/help.json" with { type: "json" };
import errors from "./texts/pl/errors.json" with { type: "json" };
import session from "./texts/pl/session.json" with { type: "json" };
import home from "./texts/pl/home.json" with { type: "json" };
import overview from "./texts/pl/overview.json" with { type: "json" };
import statement from "./texts/pl/statement.json" with { type: "json" };
import letters from "./texts/pl/letters.json" with { type: "json" };
import document from "./texts/pl/document.json" with { type: "json" };
import pay from "./texts/pl/pay.json" with { type: "json" };
import transfer from "./texts/pl/transfer.json" with { type: "json" };
import arrange from "./texts/pl/arrange.json" with { type: "json" };
import mail from "./texts/pl/mail.json" with { type: "json" };
import receipt from "./texts/pl/receipt.json" with { type: "json" };
import arrangementMail from "./texts/pl/arrangementMail.json" with { type: "json" };
import arrangementPage from "./texts/pl/arrangementPage.json" with { type: "json" };
import agreement from "./texts/pl/agreement.json" with { type: "json" };
import disputePage from "./texts/pl/disputePage.json" with { type: "json" };
import disputeMail from "./texts/pl/disputeMail.json" with { type: "json" };
import evidence from "./texts/pl/evidence.json" with { type: "json" };
import pause from "./texts/pl/pause.json" with { type: "json" };
import helper from "./texts/pl/helper.json" with { type: "json" };
import specialCase from "./texts/pl/specialCase.json" with { type: "json" };
import complaint from "./texts/pl/complaint.json" with { type: "json" };
import details from "./texts/pl/details.json" with { type: "json" };
import real from "./texts/pl/real.json" with { type: "json" };
import linkLetter from "./texts/pl/linkLetter.json" with { type: "json" };
import phone from "./texts/pl/phone.json" with { type: "json" };
import accessibility from "./texts/pl/accessibility.json" with { type: "json" };

/** What debtors read, in Polish, by page. */
export const polishTexts = {
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
