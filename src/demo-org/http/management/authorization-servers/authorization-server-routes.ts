import type { ManagementRoute } from "../management-request.ts";
import { claimRoutes } from "./claim-routes.ts";
import { policyRoutes } from "./policy-routes.ts";
import { ruleRoutes } from "./rule-routes.ts";
import { scopeRoutes } from "./scope-routes.ts";
import { serverRoutes } from "./server-routes.ts";

/** Custom authorization servers with their policies, scopes and claims. @see Okta: Authorization Servers API */
export const authorizationServerRoutes: readonly ManagementRoute[] = [
  ...serverRoutes,
  ...scopeRoutes,
  ...claimRoutes,
  ...policyRoutes,
  ...ruleRoutes,
];
