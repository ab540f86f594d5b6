/** Headers of every answer, errors included. Each directive says why it is there. */
export function securityHeaders(options: { nonce: string; https: boolean }): Record<string, string> {
  return {
    "Content-Security-Policy": [
      "default-src 'none'",
      `script-src 'self' 'nonce-${options.nonce}'`,
      "style-src 'self'",
      // The provider may answer its QR as an https address instead of a data: one.
      "img-src 'self' data: https://*.mollie.com",
      "font-src 'self'",
      "connect-src 'self'",
      "manifest-src 'self'",
      // Also governs redirects after a form post, so the way to the bank goes through an own page.
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "object-src 'none'",
    ].join("; "),
    ...(options.https ? { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" } : {}),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    // "no-referrer" would make browsers post forms with Origin: null.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow",
  };
}
