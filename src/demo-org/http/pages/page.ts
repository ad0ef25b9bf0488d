import type { Context } from "hono";
import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { hashText } from "../../hash-text.ts";
import { cleanAddressScript } from "./clean-address-script.ts";
import { styles } from "./styles.ts";

/** By default, a page has only the script that cleans its address, can't submit forms and can't be framed. */
export type Page = {
  readonly title: string;
  readonly body: HtmlEscapedString | Promise<HtmlEscapedString>;
  readonly status?: 200 | 400 | 403 | 404 | 413;
  readonly isWide?: boolean;
  readonly scripts?: readonly string[];
  /** Sources for `form-action`: the targets of forms, and of redirects after a form. */
  readonly formTargets?: readonly string[];
  readonly frameAncestor?: string | undefined;
  /** With `same-origin`, the org recognizes its own forms. Pages that send a response to an app use `no-referrer`. */
  readonly referrerPolicy?: "same-origin" | "no-referrer";
};

/** @see Content Security Policy Level 3 §6 (`form-action` also applies to redirects after a form) */
export async function sendPage(c: Context, page: Page): Promise<Response> {
  const { title, body, status = 200, isWide = false, scripts = [cleanAddressScript] } = page;
  const { formTargets = [], frameAncestor, referrerPolicy = "same-origin" } = page;
  const policy = [
    "default-src 'none'",
    `style-src ${styleSource}`,
    "img-src data:",
    ...(scripts.length === 0 ? [] : [`script-src ${scripts.map(hashSource).join(" ")}`]),
    `form-action ${formTargets.join(" ") || "'none'"}`,
    `frame-ancestors ${frameAncestor ?? "'none'"}`,
    "base-uri 'none'",
  ];
  c.header("Content-Security-Policy", policy.join("; "));
  if (frameAncestor === undefined) c.header("X-Frame-Options", "DENY");
  c.header("Referrer-Policy", referrerPolicy);
  c.header("Cache-Control", "no-store");
  const content = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="${icon}">
<style>${raw(styles)}</style>
</head>
<body>
<main${isWide ? html` class="wide"` : ""}>
<p class="mark">Demo org, not Okta</p>
${body}
</main>
${scripts.map((script) => html`<script>${raw(script)}</script>`)}
</body>
</html>
`;
  // Converts to a plain string, because Hono would send the object that `html` returns as a stream.
  return c.html(String(content), status);
}

/** Returns the URI's origin, or its scheme if it has no origin. @see Content Security Policy Level 3 §2.3.1 */
export function findFormTarget(redirectUri: string): string {
  const { origin, protocol } = new URL(redirectUri);
  return origin === "null" ? protocol : origin;
}

const styleSource = hashSource(styles);

function hashSource(text: string): string {
  return `'sha256-${btoa(String.fromCharCode(...hashText(text)))}'`;
}

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#1b6e3c"/><rect x="7" y="8" width="18" height="4" rx="1.5" fill="#fff" opacity=".75"/><rect x="7" y="14" width="12" height="4" rx="1.5" fill="#fff"/><rect x="7" y="20" width="15" height="4" rx="1.5" fill="#ffc65c"/></svg>`;

/** Without an icon, browsers request `/favicon.ico`. The pages' policy forbids that, so browsers log an error. */
const icon = `data:image/svg+xml,${encodeURIComponent(drawing)}`;

/**
 * Renders a link that sends the org's origin as the referrer, so that an app on another origin can show its request
 * again. The referrer contains no path and no parameters.
 */
export function renderLink(href: string, text: string) {
  return html`<a href="${href}" referrerpolicy="strict-origin-when-cross-origin">${text}</a>`;
}

type Notice = {
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly status?: 200 | 400 | 403 | 404 | 413;
  readonly link?: { readonly href: string; readonly text: string } | undefined;
};

export function sendNotice(
  c: Context,
  { heading, sentences, status = 200, link }: Notice,
): Promise<Response> {
  return sendPage(c, {
    title: heading,
    status,
    body: html`<h1>${heading}</h1>
${sentences.map((sentence) => html`<p>${sentence}</p>`)}
${link === undefined ? "" : html`<p class="back">${renderLink(link.href, link.text)}</p>`}`,
  });
}
