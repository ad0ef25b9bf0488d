import * as v from "valibot";
import { type Application, authenticationPolicySchema } from "../../model/application.ts";
import { codeFlowIdTokenSchema } from "../../model/configuration.ts";
import { findActiveUser } from "../../model/directory.ts";
import { changeApp, findApp } from "../management/apps/apps.ts";
import type { ManagementRequest, ManagementRoute } from "../management/management-request.ts";
import { parseBody } from "../management/parse-body.ts";
import { loadSession } from "../sessions/sessions.ts";
import { clockRoutes } from "./clock-routes.ts";
import { configurationRoutes } from "./configuration-routes.ts";
import { faultRoutes } from "./fault-routes.ts";
import { lifetimeRoutes } from "./lifetime-routes.ts";

const policyPath = "/demo/v1/apps/:appId/authentication-policy";

/** The demo org's own API for tests, with the Management API's token and error format. */
export const controlRoutes: readonly ManagementRoute[] = [
  ...configurationRoutes,
  ...clockRoutes,
  ...lifetimeRoutes,
  ...faultRoutes,
  ["GET", "/demo/v1/session", sendSession],
  ["GET", "/demo/v1/settings", sendSettings],
  ["PUT", "/demo/v1/settings", changeSettings],
  ["GET", policyPath, (request) => sendPolicy(request, findApp(request.configuration, request))],
  ["PUT", policyPath, changePolicy],
];

/** Okta's `GET /api/v1/sessions/me` is a 404 without a session, which browsers log as an error. */
async function sendSession({ c, org }: ManagementRequest): Promise<Response> {
  const session = await loadSession(c, org);
  const user = session && findActiveUser(await org.loadConfiguration(), session.userId);
  return c.json({ login: user?.profile.login ?? null });
}

const settingsSchema = v.strictObject({ codeFlowIdToken: codeFlowIdTokenSchema });

function sendSettings({ c, configuration }: ManagementRequest): Response {
  return c.json({ codeFlowIdToken: configuration.codeFlowIdToken });
}

async function changeSettings({ c, org }: ManagementRequest): Promise<Response> {
  const settings = await parseBody(c, settingsSchema, "settings");
  await org.changeConfiguration((latest) => ({
    configuration: { ...latest, ...settings },
    result: undefined,
  }));
  return c.json(settings);
}

/** At Okta it is an access policy that apps are assigned to. */
const policySchema = v.strictObject({ authenticationPolicy: authenticationPolicySchema });

async function changePolicy(request: ManagementRequest): Promise<Response> {
  const body = await parseBody(request.c, policySchema, "authenticationPolicy");
  return sendPolicy(request, await changeApp(request, () => body));
}

function sendPolicy(
  { c }: ManagementRequest,
  { authenticationPolicy = "password_only" }: Application,
): Response {
  return c.json({ authenticationPolicy });
}
