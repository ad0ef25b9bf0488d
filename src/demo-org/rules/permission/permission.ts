import type { Application } from "../../model/application.ts";
import type { AuthorizationServer } from "../../model/authorization-server.ts";
import type { Configuration } from "../../model/configuration.ts";
import { type AppUser, findAppUser, listGroups } from "../../model/directory.ts";
import type { Group } from "../../model/group.ts";
import type { User } from "../../model/user.ts";
import { findRuleLifetimes, orgServerLifetimes, type TokenLifetimes } from "../lifetimes.ts";
import { findMatchingRule, type GrantType } from "./access-policy.ts";
import { type Refused, refusals, refuse } from "./refusal.ts";

export type PermissionQuestion = {
  readonly server: AuthorizationServer;
  readonly configuration: Configuration;
  readonly application: Application;
  readonly user: User;
  readonly grantTypes: readonly GrantType[];
  readonly scopes: readonly string[];
};

export type Permission =
  | {
      readonly kind: "permitted";
      readonly appUser: AppUser;
      readonly groups: readonly Group[];
      readonly lifetimes: TokenLifetimes;
    }
  | Refused;

/** The user must be assigned to the app. On a custom server, an access policy must also allow the request. */
export function decidePermission(question: PermissionQuestion): Permission {
  const { server, configuration, application, user, grantTypes, scopes } = question;
  const appUser = findAppUser(configuration, application, user);
  if (!appUser) return refuse(refusals.user_not_assigned);

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
  if (!rule) return refuse(refusals.no_matching_policy);
  return { kind: "permitted", appUser, groups, lifetimes: findRuleLifetimes(rule) };
}
