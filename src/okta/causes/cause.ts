import type { IdTokenVerdict } from "../fat-and-thin.ts";
import type { EvidenceByPlace } from "../groups-evidence.ts";
import type { FoundGroups, Reason, RunToDiagnose } from "../reason.ts";
import type { CauseId } from "./cause-id.ts";
import type { Exclusion } from "./exclusion.ts";

/** Everything that the causes are judged by. */
export type Evidence = {
  run: RunToDiagnose;
  places: EvidenceByPlace;
  found: readonly FoundGroups[];
  hasIdToken: boolean;
  hasAccessToken: boolean;
  hasGroupsScope: boolean;
  /** `undefined` without an ID token. */
  weight: IdTokenVerdict["kind"] | undefined;
  /** Lists of texts without a name that says groups. */
  lists: readonly { name: string; texts: readonly string[] }[];
  /** Why each requested token has no groups, by the org's set-up. `undefined` if that is not known, or if it has groups. */
  exclusions: Partial<Record<"ID token" | "Access token", Exclusion>>;
  /** Whether UserInfo would have groups, by the org's set-up. */
  userInfoWould: boolean | undefined;
};

/** What speaks for a cause, and what to do about it. */
export type Finding = Omit<Reason, "id" | "source"> & Partial<Pick<Reason, "source">>;

/** One known cause. The catalogue lists them, most frequent first. */
export type Cause = {
  id: CauseId;
  /** The page that says so, unless a finding names a better one. */
  source: Reason["source"];
  /** @returns `undefined` if the evidence does not speak for this cause. */
  find: (evidence: Evidence) => Finding | undefined;
};
