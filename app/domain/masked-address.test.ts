import { expect, test } from "vitest";
import { maskedEmail, maskedPhone } from "./masked-address.ts";

test.each([
  ["jan@mail.nl", "j•••@m•••.nl"],
  ["j@post.example.co.uk", "j•••@p•••.uk"],
  ["jan@localhost", "j•••@l•••"],
  ['"a@b"@mail.nl', '"•••@m•••.nl'],
])("%s shows as %s", (email, masked) => {
  expect(maskedEmail(email)).toBe(masked);
});

test("of a number two digits show", () => {
  expect(maskedPhone("+31612345678")).toBe("••• 78");
});
