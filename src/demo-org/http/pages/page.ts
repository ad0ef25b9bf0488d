import type { HtmlEscapedString } from "hono/utils/html";
import { cleanAddressScript } from "./clean-address-script.ts";

type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** By default a page only cleans its address, submits no form and can't be framed. */
export type Page = {
  readonly title: string;
  readonly body: Markup;
  readonly status: 200 | 400 | 403 | 404 | 413;
  readonly scripts: readonly string[];
  /** Sources for `form-action`: where forms may lead, redirects included. */
  readonly formTargets: readonly string[];
  readonly frameAncestor: string | undefined;
  /** `same-origin` lets the org recognize its own forms. A response for an app is sent with `no-referrer`. */
  readonly referrerPolicy: "same-origin" | "no-referrer";
};

export const plainPage = {
  status: 200,
  scripts: [cleanAddressScript],
  formTargets: [],
  frameAncestor: undefined,
  referrerPolicy: "same-origin",
} as const satisfies Partial<Page>;
