import type { ClaimsSource } from "../claims-sources.ts";
import { describeRun, isUntrusted } from "../describe-run.ts";

const kinds = { fat: "fat ", thin: "thin ", unknown: "" };

/** Names a claims source in a list to choose from: "1 · Org · fat ID token". */
export function nameSource({ run, place, kind }: ClaimsSource, namesOrg: boolean): string {
  const { server } = describeRun(run, { namesOrg });
  const name = `${run.number} · ${server} · ${kind ? kinds[kind] : ""}${place}`;
  return isUntrusted(run) ? `${name} · don’t trust` : name;
}
