import { parseOktaDomain } from "../okta/okta-domain.ts";

/**
 * Parses `ALLOWED_ORGS`: the orgs that a build locks the page to, with commas between them.
 *
 * @param text `undefined` if the variable is not set: the page works with every org.
 * @returns Origins, as they go into the Content Security Policy.
 * @throws An entry is not the https address of an org, or there is none: a typing mistake must not build an open page.
 */
export function parseAllowedOrgs(text: string | undefined): readonly string[] | undefined {
  if (text === undefined) return undefined;
  const entries = text.split(",").map((it) => it.trim());
  return [...new Set(entries.map(parseEntry))];
}

function parseEntry(entry: string): string {
  const fail = (problem: string): never => {
    throw new Error(`ALLOWED_ORGS: “${entry}” can’t be used. ${problem}`);
  };
  if (entry === "") return fail("Name orgs such as https://acme.okta.com, with commas between.");
  if (!/^https?:\/\//.test(entry)) return fail("Start it with https://.");
  const domain = parseOktaDomain(entry);
  if (domain.kind !== "org") return fail(domain.kind === "empty" ? "It is empty." : domain.problem);
  const { orgUrl } = domain;
  const written = entry.replace(/\/$/, "");
  if (written !== orgUrl) return fail(`Write it as ${new URL(orgUrl).origin}.`);
  // The parser for URLs allows characters in a host that would end the policy's directive.
  if (!/^https?:\/\/[a-z0-9.-]+(?::\d+)?$/.test(orgUrl))
    return fail("Name a host, without a path.");
  return orgUrl;
}
