import { html } from "hono/html";
import { demoMark } from "./demo-mark.ts";
import { type Page, plainPage } from "./page.ts";

type Notice = {
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly status?: Page["status"];
  readonly link?: { readonly href: string; readonly text: string } | undefined;
};

export function renderNoticePage({ heading, sentences, status = 200, link }: Notice): Page {
  return {
    ...plainPage,
    title: heading,
    status,
    body: html`<main>
${demoMark}
<h1>${heading}</h1>
${sentences.map((sentence) => html`<p>${sentence}</p>`)}
${link === undefined ? "" : html`<p class="back"><a href="${link.href}">${link.text}</a></p>`}
</main>`,
  };
}
