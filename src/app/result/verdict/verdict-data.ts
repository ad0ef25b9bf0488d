import type { Checks } from "../../../oidc/trust.ts";
import type { OrgSetUp } from "../../../okta/org-set-up.ts";
import type { ChangedRequest, FoundGroups, Reason, UserGroup } from "../../../okta/reason.ts";
import type { SetUpChange } from "../../../okta/set-up-change.ts";
import type { Comparison } from "../../pending-requests.ts";
import type { Run } from "../../run.ts";
import type { UserInfoCall } from "../../user-info-call.ts";
import type { SetUpPlace } from "./set-up-place.ts";

/** What a button of the verdict does. Its label names what it changes. */
export type VerdictAction = { label: string } & (
  | { kind: "change"; request: ChangedRequest }
  | { kind: "change-set-up"; change: SetUpChange }
  | { kind: "call-user-info" }
  | { kind: "send-again" }
  | { kind: "exchange-code"; allowsForeignEndpoint: boolean }
  | { kind: "see-thin" }
  | { kind: "sign-in-as-another-user" }
  | { kind: "sign-in-for-second-request"; next: Comparison }
  | { kind: "show-run"; runId: string }
);

export type ImmediateAction = Exclude<VerdictAction, { kind: "change-set-up" }>;

/** Where the groups are; or why there are none, and what to change. */
export type Verdict = {
  /** `failed`: a check failed. `error`: Okta refused, or the response can't be parsed. */
  tone: "groups" | "none" | "failed" | "error";
  heading: string;
  /** The authorization server's own words. */
  quote?: { error: string; description: string | undefined } | undefined;
  /** Of tokens that failed a check, too: only the tone `groups` lets a reader rely on them. */
  groups: readonly FoundGroups[];
  sentences: readonly string[];
  /** Until the ID token is verified, it only names a user. */
  user?: { name: string; hasSignedIn: boolean } | undefined;
  primary?: VerdictAction | undefined;
  secondary: readonly VerdictAction[];
  cause?: Reason | undefined;
  /** The cause as plain text, to be sent to someone else. */
  answer?: string | undefined;
  /** The page of the reader's own Admin Console where the cause is, if it is known. */
  adminUrl?: string | undefined;
  /** Other possible causes, likeliest first. */
  others: readonly Reason[];
  incomplete?: Reason | undefined;
  behind?:
    | {
        changes: readonly SetUpChange[];
        /** The page can't read the org's set-up. These changes would make the same claims. */
        isAssumed: boolean;
      }
    | undefined;
  /** The page's query for the same request to an org of the reader's own. */
  ownOrgQuery?: string | undefined;
  setUp?: SetUpPlace | undefined;
  orgSetUp?: OrgSetUp | undefined;
};

/** What is told about a run. `describeVerdict` adds what it has of every run. */
export type Description = Partial<Verdict> & Pick<Verdict, "tone" | "heading" | "sentences">;

export type VerdictInput = {
  run: Run;
  runs: readonly Run[];
  checks: Checks;
  userInfo: UserInfoCall;
  nowSeconds: number;
  pageOrigin: string;
  /** The user's groups in the org, where the page can know them. */
  userGroups?: readonly UserGroup[] | undefined;
  /** `scopes_supported` of the metadata of the run's server, if the page has read it. */
  serverScopes?: readonly string[] | undefined;
  /** The demo org's set-up for the run's request. `undefined` until it is loaded, and of other orgs. */
  setUp?: OrgSetUp | undefined;
  /** The demo org's set-up will soon be known, and with it the cause. */
  isReadingSetUp?: boolean | undefined;
};

/** Not `Send again`, which is the request panel's button: that one sends what the form says. */
export const sendNewRequest: VerdictAction = { kind: "send-again", label: "Send a new request" };
