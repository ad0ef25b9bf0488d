import type { ManagementRoute } from "../management/management-request.ts";
import { authenticationPolicyRoutes } from "./authentication-policy-routes.ts";
import { clockRoutes } from "./clock-routes.ts";
import { configurationRoutes } from "./configuration-routes.ts";
import { faultRoutes } from "./fault-routes.ts";
import { lifetimeRoutes } from "./lifetime-routes.ts";
import { sessionRoutes } from "./session-routes.ts";
import { settingRoutes } from "./setting-routes.ts";

/** The demo org's own API for tests, with the Management API's token and error format. */
export const controlRoutes: readonly ManagementRoute[] = [
  ...configurationRoutes,
  ...clockRoutes,
  ...lifetimeRoutes,
  ...faultRoutes,
  ...sessionRoutes,
  ...settingRoutes,
  ...authenticationPolicyRoutes,
];
