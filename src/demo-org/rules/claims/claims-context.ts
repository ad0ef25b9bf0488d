import type { Application } from "../../model/application.ts";
import type { AppUser } from "../../model/directory.ts";
import type { Group } from "../../model/group.ts";
import type { User } from "../../model/user.ts";

/** The user, app and request that claims are evaluated for. */
export type ClaimsContext = ClientContext & {
  readonly user: User;
  readonly appUser: AppUser;
};

/** The same for the client credentials flow, which has no user. */
export type ClientContext = {
  readonly user?: User | undefined;
  readonly appUser?: AppUser | undefined;
  readonly application: Application;
  /** All of the user's groups, in the org's order. */
  readonly groups: readonly Group[];
  readonly scopes: ReadonlySet<string>;
  readonly flow: TokenFlow;
  /** How the user signed in; empty if unknown. */
  readonly amr: readonly string[];
};

/** The same for any expression. A group rule's has no app. */
export type ExpressionContext = Omit<ClientContext, "application"> & {
  readonly application?: Application | undefined;
};

/**
 * The grant that a token comes from, which decides whether claims can hold more than a hundred groups. "code" is for
 * tokens from a code or a refresh token. Tokens from the authorization endpoint are "implicit", also in the hybrid flow.
 *
 * Unverified: that UserInfo follows the grant that its access token was issued for. Okta's pages only mention flows.
 *
 * @see Okta: Customize tokens returned from Okta with a static allowlist (`limit`); Okta release notes of 2022, OKTA-497701
 */
export type TokenFlow = "implicit" | "code";

/** A claim's value. `null` occurs only inside lists and objects: a claim that evaluates to it is left out. */
export type JsonValue =
  | null
  | string
  | number
  | boolean
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };
