import type { IdTokenVerdict } from "../fat-and-thin.ts";
import type { EvidenceByPlace } from "../groups-evidence.ts";
import type { FoundGroups, Reason, RunToDiagnose } from "../reason.ts";
import type { CauseId } from "./cause-id.ts";
import type { Exclusion } from "./exclusion.ts";

export type Evidence = {
  run: RunToDiagnose;
  places: EvidenceByPlace;
  found: readonly FoundGroups[];
  hasIdToken: boolean;
  hasAccessToken: boolean;
  hasGroupsScope: boolean;
  weight: IdTokenVerdict["kind"] | undefined;
  /** Lists of texts without a name that says groups. */
  lists: readonly { name: string; texts: readonly string[] }[];
  /** Why each requested token has no groups, if the org's set-up is known. */
  exclusions: Partial<Record<"ID token" | "Access token", Exclusion>>;
  userInfoWould: boolean | undefined;
};

export type Finding = Omit<Reason, "id" | "source"> & Partial<Pick<Reason, "source">>;

export type Cause = {
  id: CauseId;
  source: Reason["source"];
  find: (evidence: Evidence) => Finding | undefined;
};

export type Explanation = Pick<Finding, "title" | "observed" | "expected" | "steps">;

export const certainForAdmin = { certainty: "certain", whoActs: "okta-admin" } as const;
export const possibleForAdmin = { certainty: "possible", whoActs: "okta-admin" } as const;
