import * as v from "valibot";
import type { ManagementRequest, ManagementRoute } from "../management/management-request.ts";
import { readBody } from "../management/read-body.ts";
import { type Configuration, codeFlowIdTokenSchema } from "../model/configuration.ts";

const path = "/demo/v1/settings";

/**
 * What Okta decides for an org, and no admin.
 *
 * - `GET /demo/v1/settings`: `{codeFlowIdToken}`.
 * - `PUT /demo/v1/settings` with `{codeFlowIdToken}`: `fat`, as the code flow of the org authorization server is today,
 *   or `thin`, as it was in older orgs.
 */
export const settingRoutes: readonly ManagementRoute[] = [
  ["GET", path, ({ c, configuration }) => c.json(pickSettings(configuration))],
  ["PUT", path, changeSettings],
];

const settingsSchema = v.strictObject({ codeFlowIdToken: codeFlowIdTokenSchema });

async function changeSettings({ c, org }: ManagementRequest): Promise<Response> {
  const settings = await readBody(c, settingsSchema, "settings");
  await org.changeConfiguration((latest) => ({
    configuration: { ...latest, ...settings },
    result: undefined,
  }));
  return c.json(settings);
}

function pickSettings({ codeFlowIdToken }: Configuration) {
  return { codeFlowIdToken };
}
