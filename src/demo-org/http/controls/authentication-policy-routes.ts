import * as v from "valibot";
import { type Application, authenticationPolicySchema } from "../../model/application.ts";
import { changeApp, findApp } from "../management/apps/apps.ts";
import type { ManagementRequest, ManagementRoute } from "../management/management-request.ts";
import { parseBody } from "../management/parse-body.ts";

const path = "/demo/v1/apps/:appId/authentication-policy";

/** At Okta it is an access policy that apps are assigned to. */
export const authenticationPolicyRoutes: readonly ManagementRoute[] = [
  ["GET", path, (request) => request.c.json(render(findApp(request.configuration, request)))],
  ["PUT", path, setAuthenticationPolicy],
];

const bodySchema = v.strictObject({ authenticationPolicy: authenticationPolicySchema });

async function setAuthenticationPolicy(request: ManagementRequest): Promise<Response> {
  const body = await parseBody(request.c, bodySchema, "authenticationPolicy");
  return request.c.json(render(await changeApp(request, () => body)));
}

function render({ authenticationPolicy = "password_only" }: Application) {
  return { authenticationPolicy };
}
