import * as v from "valibot";
import { type Configuration, codeFlowIdTokenSchema } from "../../model/configuration.ts";
import type { ManagementRequest, ManagementRoute } from "../management/management-request.ts";
import { parseBody } from "../management/parse-body.ts";

const path = "/demo/v1/settings";

/** Settings that Okta makes for an org, not the admin. */
export const settingRoutes: readonly ManagementRoute[] = [
  ["GET", path, ({ c, configuration }) => c.json(pickSettings(configuration))],
  ["PUT", path, changeSettings],
];

const settingsSchema = v.strictObject({ codeFlowIdToken: codeFlowIdTokenSchema });

async function changeSettings({ c, org }: ManagementRequest): Promise<Response> {
  const settings = await parseBody(c, settingsSchema, "settings");
  await org.changeConfiguration((latest) => ({
    configuration: { ...latest, ...settings },
    result: undefined,
  }));
  return c.json(settings);
}

function pickSettings({ codeFlowIdToken }: Configuration) {
  return { codeFlowIdToken };
}
