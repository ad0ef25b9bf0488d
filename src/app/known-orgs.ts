import { parseJson } from "../oidc/json.ts";
import { createSafeStorage } from "./safe-storage.ts";

/** The orgs to which this browser has sent a request. A link to any other org shows a notice. */
export type KnownOrgs = ReturnType<typeof createKnownOrgs>;

const key = "groups-explorer:known-orgs";
const maxCount = 50;

/** @param open Returns `localStorage`, whose getter throws where it is disabled. */
export function createKnownOrgs(open: () => Storage) {
  const store = createSafeStorage(open);
  const load = () => {
    const value = parseJson(store.load(key) ?? "");
    return Array.isArray(value) ? value.filter((it) => typeof it === "string") : [];
  };
  return {
    has: (orgUrl: string): boolean => load().includes(orgUrl),
    add(orgUrl: string): void {
      const orgs = [orgUrl, ...load().filter((it) => it !== orgUrl)].slice(0, maxCount);
      store.save(key, JSON.stringify(orgs));
    },
  };
}
