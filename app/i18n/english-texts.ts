import common from "./texts/en/common.json" with { type: "json" };
import landing from "./texts/en/landing.json" with { type: "json" };
import phone from "./texts/en/phone.json" with { type: "json" };
import accessibility from "./texts/en/accessibility.json" with { type: "json" };
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
import inboxDispute from "./texts/en/inboxDispute.json" with { type: "json" };
import inboxAudit from "./texts/en/inboxAudit.json" with { type: "json" };
import inboxPayment from "./texts/en/inboxPayment.json" with { type: "json" };
import inboxClaim from "./texts/en/inboxClaim.json" with { type: "json" };
import inboxClaims from "./texts/en/inboxClaims.json" with { type: "json" };
import inboxQuestion from "./texts/en/inboxQuestion.json" with { type: "json" };
import inboxPause from "./texts/en/inboxPause.json" with { type: "json" };
import disputePage from "./texts/en/disputePage.json" with { type: "json" };
import disputeMail from "./texts/en/disputeMail.json" with { type: "json" };
import evidence from "./texts/en/evidence.json" with { type: "json" };
import pause from "./texts/en/pause.json" with { type: "json" };
import helper from "./texts/en/helper.json" with { type: "json" };
import specialCase from "./texts/en/specialCase.json" with { type: "json" };
import complaint from "./texts/en/complaint.json" with { type: "json" };
import details from "./texts/en/details.json" with { type: "json" };
import real from "./texts/en/real.json" with { type: "json" };
import receiver from "./texts/en/receiver.json" with { type: "json" };
import settings from "./texts/en/settings.json" with { type: "json" };
import linkLetter from "./texts/en/linkLetter.json" with { type: "json" };
import figures from "./texts/en/figures.json" with { type: "json" };
import finding from "./texts/en/finding.json" with { type: "json" };
import inboxNewClaim from "./texts/en/inboxNewClaim.json" with { type: "json" };
import inboxImport from "./texts/en/inboxImport.json" with { type: "json" };
import inboxInvoiceFile from "./texts/en/inboxInvoiceFile.json" with { type: "json" };

/** Every English text, by page. */
export const englishTexts = {
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
