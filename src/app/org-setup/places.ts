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

/** Where in the set-up somebody is: a section, perhaps one thing of it, perhaps a tab of that. */
export type Place = {
  readonly section: Section;
  /** The ID of a person, a group, an application or a server. */
  readonly id?: string;
  readonly tab?: string;
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
  const [name, id, tab] = path.split("/");
  const section = sections.find((it) => it === name);
  if (!section) return { section: sections[0] };
  return { section, ...(id && { id }), ...(id && tab && { tab }) };
}

/** The query that leads to a place. */
export function buildPlaceQuery({ section, id, tab }: Place): string {
  const path = [section, id, tab].filter((part) => part !== undefined).join("/");
  return `?${parameter}=${path.split("/").map(encodeURIComponent).join("/")}`;
}
