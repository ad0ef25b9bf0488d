import {
  createOAuthOptionsConstructor,
  createOAuthStorageManager,
  createOktaAuthOAuth,
  createTransactionManager,
} from "@okta/okta-auth-js/core";
import {
  type AuthorizationRequest,
  findResponseMode,
  toScopeParameter,
} from "../oidc/authorization-request.ts";

/** A small build of the SDK for requests, without session polling, token renewal and sign-in state. */
const OktaAuth = createOktaAuthOAuth(
  createOAuthStorageManager(),
  createOAuthOptionsConstructor(),
  createTransactionManager(),
);

const sdkResponseTypes = ["code", "id_token", "token"] as const;

type Page = { setLocation: (url: string) => void };

/**
 * Navigates to the authorization server with Okta's SDK. The page stores the request and the code verifier itself: with
 * `pkce: true`, the SDK would request a code alone and keep the verifier.
 *
 * @throws The SDK's `AuthSdkError` if the issuer or client ID is invalid.
 * @see Okta Auth JavaScript SDK, `token.getWithRedirect`
 */
export async function sendAuthorizationRequest(
  request: AuthorizationRequest & { issuer: string },
  { setLocation }: Page,
): Promise<void> {
  const storage = { storageProvider: createTransientStorage() };
  const sdk = new OktaAuth({
    issuer: request.issuer,
    authorizeUrl: request.authorizationEndpoint,
    clientId: request.clientId,
    redirectUri: request.redirectUri,
    pkce: false,
    setLocation,
    // Silences a warning about cookies, although the SDK sets no cookies here.
    cookies: { secure: false },
    storageManager: {
      token: storage,
      cache: storage,
      transaction: storage,
      "original-uri": storage,
    },
    transactionManager: { enableSharedStorage: false },
  });
  const requested = request.responseType.split(" ");
  const responseMode = findResponseMode(request);
  await sdk.token.getWithRedirect({
    // The SDK refuses a string with spaces, but joins a list with spaces.
    responseType: sdkResponseTypes.filter((it) => requested.includes(it)),
    ...(responseMode && { responseMode }),
    state: request.state,
    nonce: request.nonce,
    ...(request.codeChallenge !== undefined && {
      codeChallenge: request.codeChallenge,
      codeChallengeMethod: "S256",
    }),
    ...(request.prompt && { prompt: request.prompt }),
    ...(request.loginHint !== undefined && { loginHint: request.loginHint }),
    // The SDK refuses to request an ID token without `openid`, but this page shows the server's refusal. An extra
    // parameter with the real scopes replaces this parameter.
    scopes: ["openid"],
    extraParams: { scope: toScopeParameter(request.scopes) },
  });
}

/** Creates a storage for the SDK's transaction that exists only during the call. */
function createTransientStorage() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}
