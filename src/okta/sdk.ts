import {
  createOAuthOptionsConstructor,
  createOAuthStorageManager,
  createOktaAuthOAuth,
  createTransactionManager,
} from "@okta/okta-auth-js/core";
import { type AuthorizationRequest, toScopeParameter } from "../oidc/authorization-request.ts";

/** The request alone: no session polling, no token renewal, no sign-in state, which the whole SDK would bring. */
const OktaAuth = createOktaAuthOAuth(
  createOAuthStorageManager(),
  createOAuthOptionsConstructor(),
  createTransactionManager(),
);

type Page = {
  /** Leaves the page for a URL, as `location.assign` does. */
  setLocation: (url: string) => void;
};

/**
 * Sends the browser to the authorization server, by way of Okta's SDK.
 *
 * The SDK's own memory of the request is thrown away: the page keeps the request itself, for this tab only, and
 * reads the answer itself. Nothing is written to any storage of the browser, so it works without one.
 *
 * @param request `issuer` without a slash at its end.
 * @returns Once the browser has been told to leave.
 * @throws The SDK's `AuthSdkError` where it finds the issuer or client ID unusable.
 * @see Okta Auth JavaScript SDK, `token.getWithRedirect`
 */
export async function sendAuthorizationRequest(
  request: AuthorizationRequest & { issuer: string },
  { setLocation }: Page,
): Promise<void> {
  const storage = { storageProvider: createForgettingStorage() };
  const sdk = new OktaAuth({
    issuer: request.issuer,
    authorizeUrl: request.authorizationEndpoint,
    clientId: request.clientId,
    redirectUri: request.redirectUri,
    pkce: false,
    setLocation,
    // Said only so that the SDK does not warn about cookies, of which it sets none.
    cookies: { secure: false },
    storageManager: {
      token: storage,
      cache: storage,
      transaction: storage,
      "original-uri": storage,
    },
    transactionManager: { enableSharedStorage: false },
  });
  await sdk.token.getWithRedirect({
    responseType:
      request.responseType === "id_token token" ? ["id_token", "token"] : request.responseType,
    state: request.state,
    nonce: request.nonce,
    ...(request.prompt && { prompt: request.prompt }),
    ...(request.loginHint !== undefined && { loginHint: request.loginHint }),
    // The SDK will not ask for an ID token without `openid`. To see how the server refuses that is worth a
    // trip, so the real scopes go in as an extra parameter, which replaces this one.
    scopes: ["openid"],
    extraParams: { scope: toScopeParameter(request.scopes) },
  });
}

/** The SDK insists on a place to keep its transaction. This one lasts as long as the call. */
function createForgettingStorage() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}
