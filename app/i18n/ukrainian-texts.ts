import common from "./texts/uk/common.json" with { type: "json" };
import landing from "./texts/uk/landing.json" with { type: "json" };
import code from "./texts/uk/code.json" with { type: "json" };
import newLink from "./texts/uk/newLink.json" with { type: "json" };
import checkout from "./texts/uk/checkout.json" with { type: "json" };
import returnTexts from "./texts/uk/return.json" with { type: "json" };
import help from "./texts/uk/help.json" with { type: "json" };
import errors from "./texts/uk/errors.json" with { type: "json" };
import session from "./texts/uk/session.json" with { type: "json" };
import home from "./texts/uk/home.json" with { type: "json" };
import overview from "./texts/uk/overview.json" with { type: "json" };
import statement from "./texts/uk/statement.json" with { type: "json" };
import letters from "./texts/uk/letters.json" with { type: "json" };
import document from "./texts/uk/document.json" with { type: "json" };
import pay from "./texts/uk/pay.json" with { type: "json" };
import transfer from "./texts/uk/transfer.json" with { type: "json" };
import arrange from "./texts/uk/arrange.json" with { type: "json" };
import mail from "./texts/uk/mail.json" with { type: "json" };
import receipt from "./texts/uk/receipt.json" with { type: "json" };
import arrangementMail from "./texts/uk/arrangementMail.json" with { type: "json" };
import arrangementPage from "./texts/uk/arrangementPage.json" with { type: "json" };
import agreement from "./texts/uk/agreement.json" with { type: "json" };
import disputePage from "./texts/uk/disputePage.json" with { type: "json" };
import disputeMail from "./texts/uk/disputeMail.json" with { type: "json" };
import evidence from "./texts/uk/evidence.json" with { type: "json" };
import pause from "./texts/uk/pause.json" with { type: "json" };
import helper from "./texts/uk/helper.json" with { type: "json" };
import specialCase from "./texts/uk/specialCase.json" with { type: "json" };
import complaint from "./texts/uk/complaint.json" with { type: "json" };
import details from "./texts/uk/details.json" with { type: "json" };
import real from "./texts/uk/real.json" with { type: "json" };
import linkLetter from "./texts/uk/linkLetter.json" with { type: "json" };
import phone from "./texts/uk/phone.json" with { type: "json" };
import accessibility from "./texts/uk/accessibility.json" with { type: "json" };

/** What debtors read, in Ukrainian, by page. */
export const ukrainianTexts = {
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
