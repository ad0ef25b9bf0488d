import type { Context } from "hono";
import { html } from "hono/html";
import { sendPage } from "./page.ts";

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
${link === undefined ? "" : html`<p class="back"><a href="${link.href}">${link.text}</a></p>`}`,
  });
}
