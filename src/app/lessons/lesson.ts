import type { ResponseType } from "../../oidc/authorization-request.ts";
import type { CauseId } from "../../okta/causes/cause-id.ts";
import type { IdTokenVerdict } from "../../okta/fat-and-thin.ts";
import type { ClaimEntry, ClaimValueEntry } from "../../okta/set-up-change.ts";
import type { Source } from "../../okta/sources.ts";

/** A section of one of Okta's guides, to try step by step. */
export type Lesson = {
  /** Stable: it is in links, and in the browser's record of progress. */
  id: string;
  title: string;
  /** One sentence for the list. */
  about: string;
  /** The page that the lesson teaches. */
  source: Source;
  steps: readonly LessonStep[];
};

export type LessonStep = {
  /** A few words: the step's link is named after it. */
  title: string;
  /** What to watch, in at most two sentences. */
  watch: string;
  /** `response`: the step is about the response of an earlier step, and sends nothing. */
  about?: "response";
  request: StepRequest;
  /** Demo org: the username that signs in. */
  person: string;
  /** Demo org: what the step needs. */
  setUp: LessonSetUp;
  expected: Expectation;
  /** For another org, what its set-up can't say: who has to sign in. */
  elsewhere?: string;
};

export type StepRequest = {
  server: "org" | "custom";
  responseType: ResponseType;
  scopes: readonly string[];
};

/** The part of an org's set-up that lessons are about. */
export type LessonSetUp = {
  /** The app's claim, for the org server. `undefined`: none. */
  appClaim: { name: string; value: ClaimValueEntry } | undefined;
  /** The names of the groups whose IDs are in the app's custom property `groupallowlist`. */
  allowlist?: readonly string[];
  /** The app's custom property `label`. */
  appLabel?: string;
  /** All claims of the server `default`, beside Okta's own. */
  claims: readonly ClaimEntry[];
  /** Whether the server `default` has a scope `groups`. */
  hasGroupsScope: boolean;
};

export type Place = "ID token" | "Access token" | "UserInfo";

/** What a step's response should be. */
export type Expectation =
  /** A list of groups. */
  | {
      kind: "groups";
      place: Place;
      /** Exactly these, in any order. Demo org only: another org's groups have other names. */
      groups?: readonly string[];
      /** At least so many. Demo org only. */
      atLeast?: number;
      weight?: Weight;
    }
  /** A token or UserInfo without groups. */
  | { kind: "no_groups"; place: Place; weight?: Weight; cause?: CauseId }
  /** Claims that are not about groups. */
  | { kind: "claims"; present: readonly ExpectedClaim[]; absent?: readonly ExpectedClaim[] }
  | { kind: "refused"; error: string };

export type ExpectedClaim = { place: Place; name: string };

/** Of the ID token. */
type Weight = Exclude<IdTokenVerdict["kind"], "unknown">;
