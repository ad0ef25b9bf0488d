import type { ManagementRoute } from "../management/management-request.ts";
import { authenticationPolicyRoutes } from "./authentication-policy-routes.ts";
import { clockRoutes } from "./clock-routes.ts";
import { configurationRoutes } from "./configuration-routes.ts";
import { faultRoutes } from "./fault-routes.ts";
import { lifetimeRoutes } from "./lifetime-routes.ts";
import { settingRoutes } from "./setting-routes.ts";

/** What the org has for tests and no real one has. It takes the Management API's token, and answers in its manner. */
export const controlRoutes: readonly ManagementRoute[] = [
  ...configurationRoutes,
  ...clockRoutes,
  ...lifetimeRoutes,
  ...faultRoutes,
  ...settingRoutes,
  ...authenticationPolicyRoutes,
];
