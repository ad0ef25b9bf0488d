import { parseJson } from "../oidc/json.ts";

/** The orgs to which this browser has sent a request. A link to another org shows a notice. */
export type KnownOrgs = {
  readonly has: (orgUrl: string) => boolean;
  readonly add: (orgUrl: string) => void;
};

const key = "groups-explorer:known-orgs";
const maxCount = 50;

/** @param open Returns `localStorage`, whose getter throws where it is disabled. */
export function createKnownOrgs(open: () => Storage): KnownOrgs {
  function load(): readonly string[] {
    try {
      const value = parseJson(open().getItem(key) ?? "");
      return Array.isArray(value) ? value.filter((it) => typeof it === "string") : [];
    } catch {
      return [];
    }
  }
  return {
    has: (orgUrl) => load().includes(orgUrl),
    add(orgUrl) {
      const orgs = [orgUrl, ...load().filter((it) => it !== orgUrl)].slice(0, maxCount);
      try {
        open().setItem(key, JSON.stringify(orgs));
      } catch {
        // Disabled or full: the next link to this org shows the notice again.
      }
    },
  };
}
