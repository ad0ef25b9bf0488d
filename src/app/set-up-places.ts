/** The set-up pages, named as their counterparts in Okta's Admin Console. */
export const sections = [
  "people",
  "groups",
  "applications",
  "authorization-servers",
  "trusted-origins",
  "system-log",
  "demo-org",
] as const;

export type Section = (typeof sections)[number];

/** Where in the set-up somebody is: a section, perhaps one thing of it, perhaps a tab of that, for some app. */
export type Place = {
  readonly section: Section;
  /** The ID of a person, a group, an application or a server. */
  readonly id?: string;
  readonly tab?: string;
  /** The ID of the app that a preview begins with. */
  readonly app?: string;
};

const parameter = "setup";

/**
 * Reads the place out of the page's query: `?setup=applications/0oa…/sign-on`.
 *
 * @returns undefined where the query asks for no set-up page; the first section where it asks for one that is not
 *   there.
 */
export function parsePlace(search: string): Place | undefined {
  const path = new URLSearchParams(search).get(parameter);
  if (path === null) return undefined;
  const [name, id, tab, app] = path.split("/");
  const section = sections.find((it) => it === name);
  if (!section) return { section: sections[0] };
  return { section, ...(id && { id, ...(tab && { tab, ...(app && { app }) }) }) };
}

/**
 * The query that leads to a place.
 *
 * @param search That of the page which leads there: what is chosen in the explorer goes along, for the way back.
 */
export function buildPlaceQuery({ section, id, tab, app }: Place, search = ""): string {
  const path = [section, id, tab, app].filter((part) => part !== undefined).join("/");
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  return `?${parameter}=${encoded}${buildExplorerQuery(search).replace("?", "&")}`;
}

/** The query that leads from a place back to the explorer, as it was left. */
export function buildExplorerQuery(search: string): string {
  const query = new URLSearchParams(search);
  query.delete(parameter);
  return query.size > 0 ? `?${query}` : "";
}
