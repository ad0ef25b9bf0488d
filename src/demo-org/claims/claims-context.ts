import type { Application } from "../model/application.ts";
import type { AppUser } from "../model/directory.ts";
import type { Group } from "../model/group.ts";
import type { User } from "../model/user.ts";

/** Whom and what a claims set is about. */
export type ClaimsContext = ClientContext & {
  readonly user: User;
  readonly appUser: AppUser;
};

/** The same where an app asks for itself, and nobody has to be there. */
export type ClientContext = {
  readonly user?: User | undefined;
  readonly appUser?: AppUser | undefined;
  readonly application: Application;
  /** All of the person's groups, in the org's order. */
  readonly groups: readonly Group[];
  readonly scopes: ReadonlySet<string>;
  readonly flow: TokenFlow;
  /** How the person signed in; empty where nothing is known of it. */
  readonly amr: readonly string[];
};

/**
 * The grant that a token comes from, which decides whether claims can hold more than a hundred groups. "code" is for
 * tokens from a code or a refresh token. Tokens from the authorization endpoint are "implicit", also in the hybrid flow.
 *
 * Unverified: that UserInfo goes by the grant that its access token came from. Okta's pages only speak of flows.
 *
 * @see Okta: Customize tokens returned from Okta with a static allowlist (`limit`); Okta release notes of 2022, OKTA-497701
 */
export type TokenFlow = "implicit" | "code";

/** What a claim may hold. `null` stands in lists and objects alone: a claim that comes to it is left out. */
export type JsonValue =
  | null
  | string
  | number
  | boolean
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };
