import type { Application } from "../model/application.ts";
import type { AuthorizationServer } from "../model/authorization-server.ts";
import type { Configuration } from "../model/configuration.ts";
import { type AppUser, findAppUser, listGroups } from "../model/directory.ts";
import type { Group } from "../model/group.ts";
import type { User } from "../model/user.ts";
import { findMatchingRule, type GrantType } from "./access-policy.ts";
import { type Refusal, refusals } from "./refusal.ts";

/** Who asks for what, by which grants. */
type PermissionQuestion = {
  readonly server: AuthorizationServer;
  readonly configuration: Configuration;
  readonly application: Application;
  readonly user: User;
  readonly grantTypes: readonly GrantType[];
  readonly scopes: readonly string[];
};

/** How long what is given out lives, in seconds. */
export type Lifetimes = {
  readonly accessToken: number;
  /** Unused. */
  readonly refreshTokenIdle: number;
  /** At most; undefined for as long as it is used. */
  readonly refreshToken: number | undefined;
};

export type Permission =
  | {
      readonly kind: "permitted";
      readonly appUser: AppUser;
      readonly groups: readonly Group[];
      readonly lifetimes: Lifetimes;
    }
  | { readonly kind: "refused"; readonly refusal: Refusal };

const day = 24 * 60 * 60;

/** Fixed for the org server. @see Okta: OpenID Connect & OAuth 2.0 API, "Token lifetime" */
const orgServerLifetimes: Lifetimes = {
  accessToken: 3600,
  refreshTokenIdle: 90 * day,
  refreshToken: undefined,
};

/**
 * Decides whether the signed-in person gets what is asked for: only if they are assigned to the app, and an access
 * policy of the server allows it. The org server has none.
 */
export function decidePermission(question: PermissionQuestion): Permission {
  const { server, configuration, application, user, grantTypes, scopes } = question;
  const appUser = findAppUser(configuration, application, user);
  if (!appUser) return { kind: "refused", refusal: refusals.userNotAssigned };

  const groups = listGroups(configuration, user.id);
  if (server.kind === "org")
    return { kind: "permitted", appUser, groups, lifetimes: orgServerLifetimes };

  const rule = findMatchingRule(server.policies, {
    clientId: application.credentials.oauthClient.client_id,
    userId: user.id,
    groupIds: groups.map(({ id }) => id),
    grantTypes,
    scopes,
  });
  if (!rule) return { kind: "refused", refusal: refusals.noMatchingPolicy };
  return { kind: "permitted", appUser, groups, lifetimes: readLifetimes(rule.actions.token) };
}

/** What a rule leaves out is as in a rule that the Admin Console has just made: unlimited, seven days unused. */
function readLifetimes({
  accessTokenLifetimeMinutes,
  refreshTokenLifetimeMinutes = 0,
  refreshTokenWindowMinutes = 7 * 24 * 60,
}: {
  readonly accessTokenLifetimeMinutes: number;
  readonly refreshTokenLifetimeMinutes?: number;
  readonly refreshTokenWindowMinutes?: number;
}): Lifetimes {
  return {
    accessToken: accessTokenLifetimeMinutes * 60,
    refreshTokenIdle: refreshTokenWindowMinutes * 60,
    refreshToken: refreshTokenLifetimeMinutes === 0 ? undefined : refreshTokenLifetimeMinutes * 60,
  };
}
