import * as v from "valibot";
import { clientId, type TestOrg } from "../../../test-support/test-org.ts";
import { type ApiResponse, callApi } from "../test-api-client.ts";

const appSchema = v.looseObject({
  id: v.string(),
  credentials: v.looseObject({
    oauthClient: v.looseObject({ client_id: v.string(), client_secret: v.optional(v.string()) }),
  }),
  settings: v.looseObject({
    oauthClient: v.looseObject({ redirect_uris: v.array(v.string()) }),
  }),
});

type ShownApp = v.InferOutput<typeof appSchema>;

export const webApp = {
  name: "oidc_client",
  signOnMode: "OPENID_CONNECT",
  label: "Intranet",
  settings: { oauthClient: { redirect_uris: ["https://intranet.example/callback"] } },
};

export function createApp(org: TestOrg, change: object = {}): Promise<ApiResponse> {
  return callApi(org, "POST", "/apps", { ...webApp, ...change });
}

export function labelsOf({ body }: ApiResponse): string[] {
  return Array.isArray(body) ? body.map(({ label }) => label) : [];
}

export function parseApp({ body }: Pick<ApiResponse, "body">): ShownApp {
  return v.parse(appSchema, body);
}

/** For tests: changes an app as scripts do, by sending the API's response back with a change. */
export async function changeApp(
  org: TestOrg,
  change: (shown: ShownApp) => object,
  appId = clientId,
): Promise<ApiResponse> {
  const shown = parseApp(await callApi(org, "GET", `/apps/${appId}`));
  return callApi(org, "PUT", `/apps/${appId}`, change(shown));
}

export function changeClient(
  org: TestOrg,
  settings: object,
  appId = clientId,
): Promise<ApiResponse> {
  return changeApp(
    org,
    (shown) => ({
      ...shown,
      settings: { ...shown.settings, oauthClient: { ...shown.settings.oauthClient, ...settings } },
    }),
    appId,
  );
}
