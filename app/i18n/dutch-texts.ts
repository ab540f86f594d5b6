import common from "./texts/nl/common.json";
import landing from "./texts/nl/landing.json";
import code from "./texts/nl/code.json";
import newLink from "./texts/nl/newLink.json";
import checkout from "./texts/nl/checkout.json";
import returnTexts from "./texts/nl/return.json";
import help from "./texts/nl/help.json";
import errors from "./texts/nl/errors.json";
import session from "./texts/nl/session.json";
import home from "./texts/nl/home.json";
import overview from "./texts/nl/overview.json";
import statement from "./texts/nl/statement.json";
import letters from "./texts/nl/letters.json";
import pay from "./texts/nl/pay.json";
import transfer from "./texts/nl/transfer.json";
import mail from "./texts/nl/mail.json";
import receipt from "./texts/nl/receipt.json";

/** Every Dutch text, by page. These files decide which keys exist. */
export const dutchTexts = {
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
