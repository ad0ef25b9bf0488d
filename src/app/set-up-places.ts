export const sections = [
  "people",
  "groups",
  "group-rules",
  "applications",
  "authorization-servers",
  "trusted-origins",
  "system-log",
  "demo-org",
] as const;

export type Section = (typeof sections)[number];

/** A set-up page: a section, optionally with an object's ID, a tab, and an app for a token preview. */
export type SetUpLocation = {
  readonly section: Section;
  readonly id?: string;
  readonly tab?: string;
  readonly app?: string;
};

const parameter = "setup";

/**
 * Parses the page's query, such as `?setup=applications/0oa…/sign-on`.
 *
 * @returns undefined without a `setup` parameter; the first section if the parameter's section is unknown.
 */
export function parsePlace(search: string): SetUpLocation | undefined {
  const path = new URLSearchParams(search).get(parameter);
  if (path === null) return undefined;
  const [name, id, tab, app] = path.split("/");
  const section = sections.find((it) => it === name);
  if (!section) return { section: sections[0] };
  return { section, ...(id && { id, ...(tab && { tab, ...(app && { app }) }) }) };
}

/**
 * Builds the query of a set-up page.
 *
 * @param search The current page's query. The explorer's parameters in it are kept, for the link back.
 */
export function buildPlaceQuery({ section, id, tab, app }: SetUpLocation, search = ""): string {
  const path = [section, id, tab, app].filter((part) => part !== undefined).join("/");
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  return `?${parameter}=${encoded}${buildExplorerQuery(search).replace("?", "&")}`;
}

/** Builds the explorer's query from a set-up page's query, with the explorer's parameters as they were. */
export function buildExplorerQuery(search: string): string {
  const query = new URLSearchParams(search);
  query.delete(parameter);
  return query.size > 0 ? `?${query}` : "";
}
