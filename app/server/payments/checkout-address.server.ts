const PROVIDER_HOST = /(^|\.)mollie\.com$/;
const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * Where a debtor may be sent to pay: the provider's own pages over https. Outside production also this machine, where a
 * stand-in for the provider may run.
 */
export function isCheckoutAddress(address: string, options: { production: boolean }): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || url.username !== "" || url.password !== "") return false;
  if (url.protocol === "https:" && url.port === "" && PROVIDER_HOST.test(url.hostname)) return true;
  return !options.production && /^https?:$/.test(url.protocol) && LOOPBACK_HOST.test(url.hostname);
}

/** A QR image that may be shown: one that comes along, or one on the provider's own pages. */
export function isQrSource(source: string): boolean {
  if (/^data:image\/(png|svg\+xml|gif|jpeg)[;,]/.test(source)) return true;
  return isCheckoutAddress(source, { production: true });
}
