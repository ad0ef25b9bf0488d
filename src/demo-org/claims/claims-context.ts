import type { Application } from "../model/application.ts";
import type { AppUser } from "../model/directory.ts";
import type { Group } from "../model/group.ts";
import type { User } from "../model/user.ts";

/** Whom and what a claims set is about. */
export type ClaimsContext = {
  readonly user: User;
  readonly appUser: AppUser;
  readonly application: Application;
  /** All of the person's groups, in the org's order. */
  readonly groups: readonly Group[];
  readonly scopes: ReadonlySet<string>;
};

export type JsonValue =
  | string
  | number
  | boolean
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };
