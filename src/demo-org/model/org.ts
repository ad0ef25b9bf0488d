import type { Application } from "./application.ts";
import type { AccessRule, ServerClaim, ServerScope } from "./authorization-server.ts";
import type { Group, User } from "./directory.ts";

/** An org's whole configuration, as data. */
export type Org = {
  /** `idp` of every token of a person who signs in with a password. */
  readonly id: string;
  readonly users: readonly User[];
  readonly groups: readonly Group[];
  readonly applications: readonly Application[];
  readonly authorizationServers: readonly CustomServer[];
};

/** A custom authorization server: Settings, Scopes, Claims, Access Policies. */
export type CustomServer = {
  readonly id: string;
  readonly name: string;
  readonly audience: string;
  readonly scopes: readonly ServerScope[];
  readonly claims: readonly ServerClaim[];
  /** The rules of its access policies, in order; without one every request is denied. */
  readonly rules: readonly AccessRule[];
};
