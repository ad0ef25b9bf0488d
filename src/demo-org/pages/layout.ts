import { html, raw } from "hono/html";
import { base64 } from "./base64.ts";
import { stylesheet } from "./stylesheet.ts";

export type Html = ReturnType<typeof html>;

export type Page = {
  readonly title: string;
  readonly body: Html;
  readonly status?: number;
  /** The one script that the page may run; its hash goes into the page's policy. */
  readonly script?: string;
  /** Whom forms may be sent to besides the org, and where the org may redirect them. */
  readonly formAction?: string;
  readonly headers?: Headers;
};

/**
 * Renders one of the org's own pages: nothing on it runs but the script given, nothing loads, nobody frames it.
 *
 * @see Content Security Policy Level 3 §6.4.2 (form-action also governs where a form's answer redirects)
 */
export async function renderPage(page: Page): Promise<Response> {
  const { title, body, status = 200, script, formAction } = page;
  const headers = new Headers(page.headers);
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Cache-Control", "no-store");
  headers.set("Referrer-Policy", "no-referrer");
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("X-Frame-Options", "DENY");
  headers.set(
    "Content-Security-Policy",
    [
      "default-src 'none'",
      `style-src '${await hashOf(stylesheet)}'`,
      ...(script === undefined ? [] : [`script-src '${await hashOf(script)}'`]),
      `form-action 'self'${formAction === undefined ? "" : ` ${formAction}`}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
  );
  const document = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Demo org</title>
        ${raw(`<style>${stylesheet}</style>`)}
      </head>
      <body>
        <p class="demo"><strong>Demo org</strong> A stand-in for trying things out. Not Okta: never type a real password here.</p>
        <main>${body}</main>
        ${script === undefined ? "" : raw(`<script>${script}</script>`)}
      </body>
    </html>`;
  return new Response(document.toString(), { status, headers });
}

/** @see Content Security Policy Level 3 §6.7.3.3 */
async function hashOf(source: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(source));
  return `sha256-${base64(new Uint8Array(digest))}`;
}
