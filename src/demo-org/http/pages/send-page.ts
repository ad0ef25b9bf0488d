import type { Context } from "hono";
import { html, raw } from "hono/html";
import { hashText } from "../../hash-text.ts";
import { icon } from "./icon.ts";
import type { Page } from "./page.ts";
import { styles } from "./styles.ts";

/** @see Content Security Policy Level 3 §6 (`form-action` also holds for the redirects that follow a form) */
export async function sendPage(c: Context, page: Page): Promise<Response> {
  c.header("Content-Security-Policy", buildPolicy(page));
  if (page.frameAncestor === undefined) c.header("X-Frame-Options", "DENY");
  c.header("Referrer-Policy", page.referrerPolicy);
  c.header("Cache-Control", "no-store");
  // A plain string is sent as it is; the object that `html` makes would be sent as a stream.
  return c.html(String(await renderDocument(page)), page.status);
}

function renderDocument({ title, body, scripts }: Page) {
  return html`<!doctype html>
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
${body}
${scripts.map((script) => html`<script>${raw(script)}</script>`)}
</body>
</html>
`;
}

function buildPolicy({ scripts, formTargets, frameAncestor }: Page): string {
  return [
    "default-src 'none'",
    `style-src ${styleSource}`,
    "img-src data:",
    ...(scripts.length === 0 ? [] : [`script-src ${scripts.map(hashSource).join(" ")}`]),
    `form-action ${formTargets.join(" ") || "'none'"}`,
    `frame-ancestors ${frameAncestor ?? "'none'"}`,
    "base-uri 'none'",
  ].join("; ");
}

const styleSource = hashSource(styles);

function hashSource(text: string): string {
  return `'sha256-${btoa(String.fromCharCode(...hashText(text)))}'`;
}
