import type { User } from "../../model/user.ts";
import type { ClientContext } from "../claims-context.ts";
import { createBudget } from "./budget.ts";
import type { Environment } from "./environment.ts";
import type { ClaimPlace } from "./names.ts";
import { isFields, readData, type Value } from "./values.ts";

/** The org itself, as `org` shows it. Both spellings of the last stand in Okta's pages. */
const organization = { name: "Demo org", subDomain: "demo-org", subdomain: "demo-org" };

/**
 * What a claim's expression is evaluated in: profiles, the app and the request as plain values, each read when it is
 * first asked for.
 *
 * @see Okta Expression Language overview, "Reference user attributes" to "Reference session properties"
 */
export function createEnvironment(context: ClientContext, place: ClaimPlace): Environment {
  const budget = createBudget();
  const known = new Map<string, Value>();
  const readName: Environment["readName"] = (name, span) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const value = readData(describeRoot(name, context, place), budget, span);
    const isProfile = (name === "user" && place === "claim") || name === "appuser";
    const root = isFields(value) ? { ...value, isOpen: isProfile } : value;
    known.set(name, root);
    return root;
  };
  return { context, budget, readName };
}

/** What stands behind a name that an expression starts from; null for `user` and `appuser` where nobody has signed in. */
function describeRoot(name: string, context: ClientContext, place: ClaimPlace): unknown {
  const { user, appUser, application, scopes, amr } = context;
  switch (name) {
    case "user":
      return place === "claim" ? user?.profile : user && describeUser(user);
    case "appuser":
      return appUser && { ...appUser.profile, userName: appUser.userName };
    case "app": {
      const { id, profile, credentials } = application;
      return { id, clientId: credentials.oauthClient.client_id, profile };
    }
    case "org":
      return organization;
    case "access":
      return { scope: [...scopes] };
    case "session":
      return { amr };
    default:
      return undefined;
  }
}

/** A person as Identity Engine's language shows them. */
function describeUser({ id, status, created, lastUpdated, profile }: User): unknown {
  return { id, status, created, lastUpdated, profile };
}
