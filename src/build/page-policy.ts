import { createHash } from "node:crypto";

type PolicyOptions = {
  /** Origins of orgs. By default any org is allowed. */
  readonly allowedOrgs?: readonly string[] | undefined;
  /** Hashes of the page's inline scripts. */
  readonly inlineScripts?: readonly string[];
  /** Whether the page registers a worker. */
  readonly hasWorker?: boolean;
};

/** Any Okta org over https or on this machine. */
const anyOrg = ["https:", "http://localhost:*", "http://*.localhost:*", "http://127.0.0.1:*"];

/**
 * Builds the policy that lets the built page load and connect to its own origin and to an Okta org.
 *
 * @see Content Security Policy Level 3; Trusted Types §4.7 (require-trusted-types-for, trusted-types)
 */
export function buildContentSecurityPolicy({
  allowedOrgs = anyOrg,
  inlineScripts = [],
  hasWorker = true,
}: PolicyOptions = {}): string {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...inlineScripts].join(" "),
    "style-src 'self'",
    "img-src 'self'",
    `connect-src 'self' ${allowedOrgs.join(" ")}`,
    `worker-src ${hasWorker ? "'self'" : "'none'"}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    `trusted-types ${hasWorker ? "demo-org-worker" : "'none'"}`,
  ].join("; ");
}

/** @returns The source expression that allows an inline script. */
export function hashInlineScript(script: string): string {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}

/** Browser features that the page doesn't use. They are turned off, so that an injected script can't use them either. */
const unusedFeatures = [
  "camera",
  "display-capture",
  "geolocation",
  "hid",
  "microphone",
  "midi",
  "payment",
  "publickey-credentials-get",
  "serial",
  "usb",
];

/**
 * The headers of every file of the built page. `frame-ancestors` and the opener policy work only as headers; a page's
 * `<meta>` elements have the rest, for hosts that can't send any.
 *
 * The page opens no windows and needs no opener, so its opener policy is the strictest one.
 *
 * @see Content Security Policy Level 3 §3.3 (`frame-ancestors` is ignored in `<meta>`)
 * @see HTML, Cross-origin opener policies
 */
export function buildSecurityHeaders(contentSecurityPolicy: string) {
  return {
    "Content-Security-Policy": `${contentSecurityPolicy}; frame-ancestors 'none'`,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": unusedFeatures.map((it) => `${it}=()`).join(", "),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
  };
}
