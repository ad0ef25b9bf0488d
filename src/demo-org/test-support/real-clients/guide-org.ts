// biome-ignore lint/style/noRestrictedImports: what Okta's own client makes of the org's API is the question here.
import type { OAuth2Claim } from "@okta/okta-sdk-nodejs";
import { type GuideSetup, setUpForGuides } from "./guide-setup.ts";
import { createSdk } from "./okta-sdk.ts";
import { redirectUri } from "./registered-clients.ts";
import { serveOrg } from "./served-org.ts";

/** For tests: an org that Okta's SDK has set up with the prerequisites of the groups claim guides. */
export type GuideOrg = GuideSetup & {
  readonly url: string;
  readonly sdk: ReturnType<typeof createSdk>;
  /**
   * Sends a guide's authorization request, as the guide's user by default.
   *
   * @param endpoints The URL before `/v1/authorize`.
   * @returns The response's parameters.
   */
  readonly ask: (
    endpoints: string,
    responseType: "id_token" | "token",
    scope?: string,
    login?: string,
  ) => Promise<Readonly<Record<string, string>>>;
  /** Adds a claim to the custom server. Default: an expression, in access tokens, for any scope. */
  readonly addClaim: (claim: OAuth2Claim) => Promise<OAuth2Claim>;
  readonly close: () => Promise<void>;
};

export const nonce = "myNonceValue";

export async function startGuideOrg(): Promise<GuideOrg> {
  const { url, openBrowser, close } = await serveOrg();
  const sdk = createSdk(url);
  const guide = await setUpForGuides(sdk);
  return {
    ...guide,
    url,
    sdk,
    ask: async (endpoints, responseType, scope = "openid groups", login = guide.login) => {
      const request = new URL(`${endpoints}/v1/authorize`);
      request.search = new URLSearchParams({
        client_id: guide.appId,
        response_type: responseType,
        scope,
        redirect_uri: redirectUri,
        state: "myState",
        nonce,
      }).toString();
      const { hash } = await openBrowser().authorize(request, login);
      return Object.fromEntries(new URLSearchParams(hash.slice(1)));
    },
    addClaim: (claim) =>
      sdk.authorizationServerApi.createOAuth2Claim({
        authServerId: guide.serverId,
        oAuth2Claim: {
          status: "ACTIVE",
          claimType: "RESOURCE",
          valueType: "EXPRESSION",
          alwaysIncludeInToken: true,
          ...claim,
        },
      }),
    close,
  };
}
