import type { Application } from "../../model/application.ts";
import type { AppUser } from "../../model/directory.ts";
import type { Group } from "../../model/group.ts";
import type { User } from "../../model/user.ts";

export type ClaimsContext = ClientContext & {
  readonly user: User;
  readonly appUser: AppUser;
};

export type ClientContext = {
  readonly user?: User | undefined;
  readonly appUser?: AppUser | undefined;
  readonly application: Application;
  readonly groups: readonly Group[];
  readonly scopes: ReadonlySet<string>;
  readonly flow: TokenFlow;
  readonly amr: readonly string[];
};

export type ExpressionContext = Omit<ClientContext, "application"> & {
  readonly application?: Application | undefined;
};

/**
 * `code` includes refresh tokens. `implicit` includes the hybrid flow's tokens from the authorization endpoint.
 * Unverified: that UserInfo has the flow of its access token.
 * @see Okta: Customize tokens returned from Okta with a static allowlist (`limit`); Okta release notes of 2022,
 * OKTA-497701
 */
export type TokenFlow = "implicit" | "code";

/** `null` occurs only inside lists and objects: a claim without a value is left out. */
export type JsonValue =
  | null
  | string
  | number
  | boolean
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };
