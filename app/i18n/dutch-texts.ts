import common from "./texts/nl/common.json" with { type: "json" };
import landing from "./texts/nl/landing.json" with { type: "json" };
import phone from "./texts/nl/phone.json" with { type: "json" };
import accessibility from "./texts/nl/accessibility.json" with { type: "json" };
import code from "./texts/nl/code.json" with { type: "json" };
import newLink from "./texts/nl/newLink.json" with { type: "json" };
import checkout from "./texts/nl/checkout.json" with { type: "json" };
import returnTexts from "./texts/nl/return.json" with { type: "json" };
import help from "./texts/nl/help.json" with { type: "json" };
import errors from "./texts/nl/errors.json" with { type: "json" };
import session from "./texts/nl/session.json" with { type: "json" };
import home from "./texts/nl/home.json" with { type: "json" };
import overview from "./texts/nl/overview.json" with { type: "json" };
import statement from "./texts/nl/statement.json" with { type: "json" };
import letters from "./texts/nl/letters.json" with { type: "json" };
import document from "./texts/nl/document.json" with { type: "json" };
import pay from "./texts/nl/pay.json" with { type: "json" };
import arrange from "./texts/nl/arrange.json" with { type: "json" };
import transfer from "./texts/nl/transfer.json" with { type: "json" };
import mail from "./texts/nl/mail.json" with { type: "json" };
import receipt from "./texts/nl/receipt.json" with { type: "json" };
import arrangementMail from "./texts/nl/arrangementMail.json" with { type: "json" };
import arrangementPage from "./texts/nl/arrangementPage.json" with { type: "json" };
import inbox from "./texts/nl/inbox.json" with { type: "json" };
import agreement from "./texts/nl/agreement.json" with { type: "json" };
import inboxDispute from "./texts/nl/inboxDispute.json" with { type: "json" };
import inboxAudit from "./texts/nl/inboxAudit.json" with { type: "json" };
import inboxPayment from "./texts/nl/inboxPayment.json" with { type: "json" };
import inboxClaim from "./texts/nl/inboxClaim.json" with { type: "json" };
import inboxClaims from "./texts/nl/inboxClaims.json" with { type: "json" };
import inboxQuestion from "./texts/nl/inboxQuestion.json" with { type: "json" };
import inboxPause from "./texts/nl/inboxPause.json" with { type: "json" };
import disputePage from "./texts/nl/disputePage.json" with { type: "json" };
import disputeMail from "./texts/nl/disputeMail.json" with { type: "json" };
import evidence from "./texts/nl/evidence.json" with { type: "json" };
import pause from "./texts/nl/pause.json" with { type: "json" };
import helper from "./texts/nl/helper.json" with { type: "json" };
import specialCase from "./texts/nl/specialCase.json" with { type: "json" };
import complaint from "./texts/nl/complaint.json" with { type: "json" };
import details from "./texts/nl/details.json" with { type: "json" };
import real from "./texts/nl/real.json" with { type: "json" };
import receiver from "./texts/nl/receiver.json" with { type: "json" };
import settings from "./texts/nl/settings.json" with { type: "json" };
import linkLetter from "./texts/nl/linkLetter.json" with { type: "json" };
import figures from "./texts/nl/figures.json" with { type: "json" };
import finding from "./texts/nl/finding.json" with { type: "json" };
import inboxNewClaim from "./texts/nl/inboxNewClaim.json" with { type: "json" };
import inboxImport from "./texts/nl/inboxImport.json" with { type: "json" };
import inboxInvoiceFile from "./texts/nl/inboxInvoiceFile.json" with { type: "json" };

/** Every Dutch text, by page. These files decide which keys exist. */
export const dutchTexts = {
  common,
  landing,
  code,
  phone,
  accessibility,
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
  inboxDispute,
  inboxAudit,
  inboxPayment,
  inboxClaim,
  inboxClaims,
  inboxQuestion,
  inboxPause,
  disputePage,
  disputeMail,
  evidence,
  pause,
  helper,
  specialCase,
  complaint,
  details,
  real,
  receiver,
  settings,
  figures,
  linkLetter,
  finding,
  inboxNewClaim,
  inboxImport,
  inboxInvoiceFile,
  inbox,
};
