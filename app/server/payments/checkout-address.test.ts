import { expect, test } from "vitest";
import { isCheckoutAddress, isQrSource } from "./checkout-address.server.ts";

test.each([
  ["https://www.mollie.com/checkout/x", true, true],
  ["https://mollie.com/x", true, true],
  ["https://pay.mollie.com.evil.example/x", false, false],
  ["https://evilmollie.com/x", false, false],
  ["http://www.mollie.com/x", false, false],
  ["https://www.mollie.com:8443/x", false, false],
  ["https://user@www.mollie.com/x", false, false],
  ["javascript:alert(1)//mollie.com", false, false],
  ["http://127.0.0.1:4000/checkout/x", false, true],
  ["http://localhost:4000/x", false, true],
  ["http://10.0.0.1/x", false, false],
  ["", false, false],
])("a debtor may be sent to %s: %s in production, %s outside (T16)", (address, inProduction, outside) => {
  expect(isCheckoutAddress(address, { production: true })).toBe(inProduction);
  expect(isCheckoutAddress(address, { production: false })).toBe(outside);
});

test.each([
  ["data:image/png;base64,iVBORw0KGgo=", true],
  ["https://qr.mollie.com/image.png", true],
  ["data:text/html,<script>", false],
  ["https://evil.example/qr.png", false],
  ["http://127.0.0.1:4000/qr.png", false],
])("a QR image from %s is shown: %s", (source, shown) => {
  expect(isQrSource(source)).toBe(shown);
});
