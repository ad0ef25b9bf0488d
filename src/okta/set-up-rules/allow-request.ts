import type { ResponseType } from "../../oidc/authorization-request.ts";
import { listGrantTypes } from "../grant-types.ts";
import type { AppSetUp, OrgSetUp, ServerSetUp, UserSetUp } from "../org-set-up.ts";
import { type ChangeOf, nameApp, pickName } from "../set-up-change.ts";
import { isApiScope } from "../standard-scopes.ts";

/** Returns the request's scopes, or a custom server's default scopes if the request has none. */
export function findRequestedScopes(
  { scopes }: { scopes: readonly string[] },
  { server }: Pick<OrgSetUp, "server">,
): readonly string[] {
  const defaults = server?.scopes.filter(({ isDefault }) => isDefault).map(({ name }) => name);
  return scopes.length > 0 ? scopes : (defaults ?? []);
}

/** Returns the change that adds the grant types and response types that an app lacks for a flow, if any. */
export function findFlowChange(
  app: AppSetUp,
  responseType: ResponseType,
): ChangeOf<"change_app"> | undefined {
  const grantTypes = listGrantTypes(responseType).filter((it) => !app.grantTypes.includes(it));
  const responseTypes = responseType.split(" ").filter((it) => !app.responseTypes.includes(it));
  if (grantTypes.length + responseTypes.length === 0) return undefined;
  const to = {
    ...(grantTypes.length > 0 && { grantTypes }),
    ...(responseTypes.length > 0 && { responseTypes }),
  };
  return { kind: "change_app", app: nameApp(app), to };
}

export function activateApp(app: AppSetUp): ChangeOf<"change_app"> {
  return { kind: "change_app", app: nameApp(app), to: { isActive: true } };
}

export function assignUser(app: AppSetUp, { id, login }: UserSetUp): ChangeOf<"assign_user"> {
  return { kind: "assign_user", app: nameApp(app), user: { id, name: login } };
}

/** Returns `undefined` for Okta's own scopes, which an admin can't add, and for a list of scopes with commas. */
export function addScope(server: ServerSetUp, scope: string): ChangeOf<"add_scope"> | undefined {
  const cannotExist = isApiScope(scope) || scope.includes(",");
  return cannotExist ? undefined : { kind: "add_scope", server: pickName(server), scope };
}
