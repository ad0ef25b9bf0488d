import type { HtmlEscapedString } from "hono/utils/html";

type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A page of the org. By default it runs no script, submits no form and can't be framed. */
export type Page = {
  readonly title: string;
  readonly body: Markup;
  readonly status: 200 | 400 | 403 | 404 | 413;
  /** The only script that may run on the page. Most pages have none. */
  readonly script: string | undefined;
  /** Sources for `form-action`: where forms may lead, redirects included. */
  readonly formTargets: readonly string[];
  /** The only origin that may frame the page. */
  readonly frameAncestor: string | undefined;
  /** `same-origin` lets the org recognize its own forms. A response for an app goes out with `no-referrer`. */
  readonly referrerPolicy: "same-origin" | "no-referrer";
};

export const plainPage = {
  status: 200,
  script: undefined,
  formTargets: [],
  frameAncestor: undefined,
  referrerPolicy: "same-origin",
} as const;
