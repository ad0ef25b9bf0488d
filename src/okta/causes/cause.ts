import type { IdTokenVerdict } from "../fat-and-thin.ts";
import type { FoundCause, FoundGroups, RunToDiagnose } from "../found-cause.ts";
import type { EvidenceByPlace } from "../groups-evidence.ts";
import type { CauseId } from "./cause-id.ts";
import type { Exclusion } from "./exclusion.ts";

export type Evidence = {
  run: RunToDiagnose;
  /** The granted scopes if the org's set-up is known, else the requested scopes. */
  scopes: readonly string[];
  places: EvidenceByPlace;
  found: readonly FoundGroups[];
  hasIdToken: boolean;
  hasAccessToken: boolean;
  hasGroupsScope: boolean;
  weight: IdTokenVerdict["kind"] | undefined;
  /** Lists of strings under names that don't suggest groups. */
  lists: readonly { name: string; texts: readonly string[] }[];
  /** Why each requested token has no groups, if the org's set-up is known. */
  exclusions: readonly Exclusion[];
  userInfoWould: boolean | undefined;
};

type Defaults = Pick<FoundCause, "source" | "certainty" | "whoActs">;

/**
 * By default, a finding is certain, and an admin has to fix the cause. Its words are for a request that this tab sent:
 * `app/decode/diagnose-pasted.ts` has others for pasted tokens.
 */
export type Finding = Omit<FoundCause, "id" | keyof Defaults> & Partial<Defaults>;

export type Cause = {
  id: CauseId;
  source: FoundCause["source"];
  find: (evidence: Evidence) => Finding | false | undefined;
};

export function cause(id: CauseId, source: Cause["source"], find: Cause["find"]): Cause {
  return { id, source, find };
}

/**
 * Writes the title of a cause without groups.
 *
 * @param because Clauses that complete “There are no groups, because …”.
 */
export function noGroups(
  ...because: readonly string[]
): Required<Pick<FoundCause, "title" | "because">> {
  return { title: `No groups: ${joinClauses(because)}`, because };
}

export function joinClauses(clauses: readonly string[]): string {
  const last = clauses.slice(-1);
  return [clauses.slice(0, -1).join(", "), ...last].filter(Boolean).join(", and ");
}

export type FindingTexts = Pick<Finding, "title" | "observed" | "expected" | "steps">;
