import type { HtmlEscapedString } from "hono/utils/html";

type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A page of the org's own, with what it needs beyond a document that runs and loads nothing. */
export type Page = {
  readonly title: string;
  readonly body: Markup;
  readonly status: 200 | 400 | 403 | 404;
  /** The one script that may run in it; most have none. */
  readonly script: string | undefined;
  /** Where a form in it may lead, redirects included. */
  readonly formTargets: readonly string[];
  /** The one origin that may show the page in a frame; undefined for nobody. */
  readonly frameAncestor: string | undefined;
};

/** A page of which nothing is known but what it says. */
export const plainPage = {
  status: 200,
  script: undefined,
  formTargets: [],
  frameAncestor: undefined,
} as const;
