import type { Checks } from "../../../oidc/trust.ts";
import type { ChangedRequest, FoundCause, FoundGroups } from "../../../okta/found-cause.ts";
import type { NamedGroup, OrgSetUp } from "../../../okta/org-set-up.ts";
import type { SetUpChange } from "../../../okta/set-up-change.ts";
import type { ComparisonStep } from "../../pending-requests.ts";
import type { Run } from "../../run.ts";
import type { UserInfoCall } from "../../user-info-call.ts";
import type { SetUpPlace } from "./set-up-place.ts";

/** What a button of the verdict does. The label names the change. */
export type VerdictAction = { label: string } & (
  | { kind: "change"; request: ChangedRequest }
  | { kind: "change-set-up"; change: SetUpChange }
  | { kind: "call-user-info" }
  | { kind: "send-again" }
  | { kind: "exchange-code"; allowsForeignEndpoint: boolean }
  | { kind: "see-thin" }
  | { kind: "sign-in-as-another-user" }
  | { kind: "sign-in-for-second-request"; next: ComparisonStep }
  | { kind: "show-run"; runId: string }
);

export type ImmediateAction = Exclude<VerdictAction, { kind: "change-set-up" }>;

/** Says where the groups are, or why there are no groups and what to change. */
export type Verdict = {
  /** `failed`: a check failed. `error`: Okta refused, or the response can't be parsed. */
  tone: "groups" | "none" | "failed" | "error";
  heading: string;
  /** The authorization server's own words. */
  quote?: { error: string; description: string | undefined } | undefined;
  /** Includes groups of tokens that failed a check. Only with the tone `groups` can a reader rely on the groups. */
  groups: readonly FoundGroups[];
  sentences: readonly string[];
  /** `hasSignedIn` is false until the ID token is verified. */
  user?: { name: string; hasSignedIn: boolean } | undefined;
  primary?: VerdictAction | undefined;
  secondary: readonly VerdictAction[];
  cause?: FoundCause | undefined;
  /** The cause as plain text, to be sent to someone else. */
  answer?: string | undefined;
  /** The page with the cause in the Admin Console of the reader's own org, if the page is known. */
  adminUrl?: string | undefined;
  /** Other possible causes, likeliest first. */
  others: readonly FoundCause[];
  incomplete?: FoundCause | undefined;
  behind?:
    | {
        changes: readonly SetUpChange[];
        /** True if the page can't read the org's set-up. The changes would then create claims with the same names. */
        isAssumed: boolean;
      }
    | undefined;
  /** The page's query for the same request to an org of the reader's own. */
  ownOrgQuery?: string | undefined;
  setUp?: SetUpPlace | undefined;
  orgSetUp?: OrgSetUp | undefined;
};

/** The parts of a verdict that depend on the kind of run. `describeVerdict` adds the others. */
export type Description = Partial<Verdict> & Pick<Verdict, "tone" | "heading" | "sentences">;

export type VerdictInput = {
  run: Run;
  runs: readonly Run[];
  checks: Checks;
  userInfo: UserInfoCall;
  nowSeconds: number;
  pageOrigin: string;
  /** The user's groups in the org, if the page can load them. */
  userGroups?: readonly NamedGroup[] | undefined;
  /** `scopes_supported` of the metadata of the run's server, if the page has read it. */
  serverScopes?: readonly string[] | undefined;
  /** The demo org's set-up for the run's request. `undefined` until it is loaded, and for other orgs. */
  setUp?: OrgSetUp | undefined;
  /** The demo org's set-up, which may show the cause, is being loaded. */
  isLoadingSetUp?: boolean | undefined;
};

/** The label differs from the request panel's `Send again`, because that button sends the form's request. */
export const sendNewRequest: VerdictAction = { kind: "send-again", label: "Send a new request" };
