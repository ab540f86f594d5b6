import common from "./texts/en/common.json";
import landing from "./texts/en/landing.json";
import code from "./texts/en/code.json";
import newLink from "./texts/en/newLink.json";
import checkout from "./texts/en/checkout.json";
import returnTexts from "./texts/en/return.json";
import help from "./texts/en/help.json";
import errors from "./texts/en/errors.json";
import session from "./texts/en/session.json";
import home from "./texts/en/home.json";
import overview from "./texts/en/overview.json";
import statement from "./texts/en/statement.json";
import letters from "./texts/en/letters.json";
import pay from "./texts/en/pay.json";
import transfer from "./texts/en/transfer.json";
import mail from "./texts/en/mail.json";
import receipt from "./texts/en/receipt.json";

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
  pay,
  transfer,
  mail,
  receipt,
};
