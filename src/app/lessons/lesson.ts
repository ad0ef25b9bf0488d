import type { ResponseType } from "../../oidc/authorization-request.ts";
import type { CauseId } from "../../okta/causes/cause-id.ts";
import type { IdTokenVerdict } from "../../okta/fat-and-thin.ts";
import type { ClaimEntry, ClaimValueEntry } from "../../okta/set-up-change.ts";
import type { Source } from "../../okta/sources.ts";

export type Lesson = {
  /** Must not change: links and the saved progress contain it. */
  id: string;
  title: string;
  about: string;
  source: Source;
  steps: readonly LessonStep[];
};

export type LessonStep = {
  title: string;
  /** What to watch, in at most two sentences. */
  watch: string;
  /** `response`: the step is about the response of an earlier step, and sends nothing. */
  about?: "response";
  request: StepRequest;
  person: string;
  setUp: LessonSetUp;
  expected: Expectation;
  /** For another org: an instruction that doesn't follow from the set-up, such as who has to sign in. */
  elsewhere?: string;
};

export type StepRequest = {
  server: "org" | "custom";
  responseType: ResponseType;
  scopes: readonly string[];
};

export type LessonSetUp = {
  /** The app's claim, for the org server. `undefined`: none. */
  appClaim: { name: string; value: ClaimValueEntry } | undefined;
  /** The names of the groups whose IDs are in the app's custom property `groupallowlist`. */
  allowlist?: readonly string[];
  /** The app's custom property `label`. */
  appLabel?: string;
  /** All claims of the server `default`, beside Okta's own. */
  claims: readonly ClaimEntry[];
  hasGroupsScope: boolean;
};

export type Place = "ID token" | "Access token" | "UserInfo";

export type Expectation =
  | {
      kind: "groups";
      place: Place;
      /** The exact groups, in any order. Demo org only: another org's groups have other names. */
      groups?: readonly string[];
      atLeast?: number;
      weight?: Weight;
    }
  | { kind: "no_groups"; place: Place; weight?: Weight; cause?: CauseId }
  | { kind: "claims"; present: readonly ExpectedClaim[]; absent?: readonly ExpectedClaim[] }
  | { kind: "refused"; error: string };

export type ExpectedClaim = { place: Place; name: string };

type Weight = Exclude<IdTokenVerdict["kind"], "unknown">;
