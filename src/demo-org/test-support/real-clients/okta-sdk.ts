import {
  type Application,
  Client,
  type Collection,
  type OpenIdConnectApplication,
  // biome-ignore lint/style/noRestrictedImports: these tests use Okta's own client.
} from "@okta/okta-sdk-nodejs";
import { expect } from "vitest";

/** For tests: Okta's SDK for Node, without its cache. */
export function createSdk(orgUrl: string, token = "demo-api-token"): Client {
  return new Client({ orgUrl, token, cacheMiddleware: null });
}

export async function collect<T>(list: Promise<Collection<T>>): Promise<readonly T[]> {
  const items: T[] = [];
  await (await list).each((item) => void items.push(item));
  return items;
}

/** Creates an app, and returns the response, with the client secret if it has one. */
export async function createApp(
  { applicationApi }: Client,
  { label, profile = {}, credentials, settings }: NewApp,
): Promise<OpenIdConnectApplication> {
  const application: OpenIdConnectApplication = {
    name: "oidc_client",
    signOnMode: "OPENID_CONNECT",
    label,
    profile,
    credentials,
    settings,
  };
  const created = await applicationApi.createApplication({ application });
  if (!isOpenIdConnect(created)) throw new Error(`An app of another kind: ${created.signOnMode}`);
  return created;
}

type NewApp = Pick<OpenIdConnectApplication, "label" | "profile" | "credentials" | "settings">;

function isOpenIdConnect(application: Application): application is OpenIdConnectApplication {
  return application.signOnMode === "OPENID_CONNECT";
}

export const refusal = (status: number, errorCode: string) =>
  expect.objectContaining({ name: "OktaApiError", status, errorCode });
