import type { JsonObject, JsonValue } from "../oidc/json.ts";
import type { FilterType } from "./filter-types.ts";

/** The part of an org's set-up that affects one request. Only the demo org gives its set-up to the page. */
export type OrgSetUp = {
  app: AppSetUp | undefined;
  /** A custom server. `undefined`: no server has the request's ID, or the request is for the org server. */
  server: ServerSetUp | undefined;
  user: UserSetUp | undefined;
  /** How the demo org is set to issue the org server's ID token for a code. Okta's pages disagree. */
  codeFlowIdToken?: "fat" | "thin";
  /** Loaded together with the set-up, because the regex library is larger than all other code of a result. */
  matchGroups: MatchGroups;
};

/** Finds the groups of a user that a groups claim's filter matches. */
type MatchGroups = (filter: GroupFilter, groups: readonly NamedGroup[]) => MatchedGroups;

export type GroupFilter = { type: FilterType; value: string };

export type MatchedGroups = {
  matching: readonly string[];
  /** False if Okta's documentation allows different results. */
  isCertain: boolean;
  problem?: "invalid_regex";
};

export type AppSetUp = {
  id: string;
  label: string;
  isActive: boolean;
  grantTypes: readonly string[];
  responseTypes: readonly string[];
  redirectUris: readonly string[];
  /** The app's claim for the org server's tokens. */
  groupsClaim: { name: string; value: ClaimValue } | undefined;
  /** Claims from the newer section Claims for the org server's tokens, in Identity Engine's expression language. */
  unifiedClaims?: readonly { name: string; expression: string }[];
  /** Custom properties, which expressions read as `app.profile`. */
  profile: JsonObject;
  isUserAssigned: boolean | undefined;
};

export type ServerSetUp = {
  id: string;
  name: string;
  isActive: boolean;
  scopes: readonly { name: string; isDefault: boolean }[];
  /** Does not include Okta's own claims, such as `sub`. */
  claims: readonly ClaimSetUp[];
  /** In the order in which Okta looks at them. */
  policies: readonly PolicySetUp[];
};

export type ClaimSetUp = {
  id: string;
  name: string;
  token: "id_token" | "access_token";
  value: ClaimValue;
  isActive: boolean;
  /** Okta's `alwaysIncludeInToken`: thin ID tokens have the claim, too. */
  isAlways: boolean;
  /** Empty if the claim is included for any scope. */
  scopes: readonly string[];
};

export type ClaimValue =
  | { kind: "filter"; type: FilterType; value: string }
  | {
      kind: "expression";
      expression: string;
      /** The org's own result of the expression for the user. `undefined` without a user. */
      evaluation: ExpressionEvaluation | undefined;
    };

export type ExpressionEvaluation =
  | { kind: "value"; value: JsonValue }
  | { kind: "nothing" }
  | { kind: "failed"; message: string };

export type PolicySetUp = {
  id: string;
  name: string;
  isActive: boolean;
  clients: "all" | readonly string[];
  /** In the order in which Okta looks at them. */
  rules: readonly RuleSetUp[];
};

export type RuleSetUp = {
  id: string;
  name: string;
  isActive: boolean;
  grantTypes: readonly string[];
  /** `everyone`: any user assigned to the app. Otherwise the IDs of groups and users. */
  people: "everyone" | { groups: readonly string[]; users: readonly string[] };
  excluded?: { groups: readonly string[]; users: readonly string[] };
  scopes: "any" | readonly string[];
};

export type UserSetUp = {
  id: string;
  login: string;
  /** Okta's user status, such as `ACTIVE`. Only active users can sign in. */
  status: string;
  hasPassword: boolean;
  groups: readonly UserGroup[];
};

export type UserGroup = {
  id: string;
  name: string;
  /** From Active Directory, LDAP or another app: type `APP_GROUP` in Okta's Groups API. */
  isImported: boolean;
};

/** A group without its ID, which tokens don't have. */
export type NamedGroup = Pick<UserGroup, "name" | "isImported">;
