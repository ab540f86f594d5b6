const HIDDEN = "•••";

/** Enough of an e-mail address for its owner to know it, and for nobody else to write to it: `j•••@m•••.nl`. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf("@");
  const domain = email.slice(at + 1);
  const dot = domain.lastIndexOf(".");
  const end = dot === -1 ? "" : domain.slice(dot);
  return `${firstOf(email.slice(0, at))}${HIDDEN}@${firstOf(domain)}${HIDDEN}${end}`;
}

/** Of a telephone number its last two digits. */
export function maskedPhone(phone: string): string {
  return `${HIDDEN} ${phone.slice(-2)}`;
}

const firstOf = (text: string): string => [...text][0] ?? "";
