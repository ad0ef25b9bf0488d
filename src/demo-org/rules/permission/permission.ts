import type { Application } from "../../model/application.ts";
import type { AuthorizationServer } from "../../model/authorization-server.ts";
import type { Configuration } from "../../model/configuration.ts";
import { findAppUser, listGroups } from "../../model/directory.ts";
import type { User } from "../../model/user.ts";
import { findRuleLifetimes, orgServerLifetimes, type TokenLifetimes } from "../lifetimes.ts";
import { findMatchingRule, type GrantType } from "./access-policy.ts";
import { refusals, refuse } from "./refusal.ts";

export type PermissionQuestion = {
  readonly server: AuthorizationServer;
  readonly configuration: Configuration;
  readonly application: Application;
  readonly user: User;
  readonly grantTypes: readonly GrantType[];
  readonly scopes: readonly string[];
};

export type Permission = ReturnType<typeof decidePermission>;

/** The user has to be assigned to the app, and on a custom server an access policy has to allow the scopes. */
export function decidePermission(question: PermissionQuestion) {
  const { server, configuration, application, user, grantTypes, scopes } = question;
  const appUser = findAppUser(configuration, application, user);
  if (!appUser) return refuse(refusals.user_not_assigned);

  const groups = listGroups(configuration, user.id);
  const permit = (lifetimes: TokenLifetimes) =>
    ({ kind: "permitted", appUser, groups, lifetimes }) as const;
  if (server.kind === "org") return permit(orgServerLifetimes);

  const rule = findMatchingRule(server.policies, {
    clientId: application.credentials.oauthClient.client_id,
    userId: user.id,
    groupIds: groups.map(({ id }) => id),
    grantTypes,
    scopes,
  });
  if (!rule) return refuse(refusals.no_matching_policy);
  return permit(findRuleLifetimes(rule));
}
