import { html } from "hono/html";
import { demoMark } from "./demo-mark.ts";
import { type Page, plainPage } from "./page.ts";

/** A page that says one thing, and leads on if there is somewhere to go. */
export function renderNoticePage(
  heading: string,
  sentences: readonly string[],
  status: Page["status"] = 200,
  link?: { readonly href: string; readonly text: string },
): Page {
  return {
    ...plainPage,
    title: heading,
    status,
    body: html`<main>
${demoMark}
<h1>${heading}</h1>
${sentences.map((sentence) => html`<p>${sentence}</p>`)}
${link === undefined ? "" : html`<p><a href="${link.href}">${link.text}</a></p>`}
</main>`,
  };
}
