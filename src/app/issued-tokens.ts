import type { ReceivedToken } from "../oidc/parsed-response.ts";
import type { AccessToken, IdToken } from "../oidc/tokens.ts";
import type { Run } from "./run.ts";

/** Where tokens came from. The redirect is the authorization endpoint's response. */
export type TokenSource = "redirect" | "token_endpoint";

export type IssuedTokens = {
  source: TokenSource;
  idToken: ReceivedToken<IdToken> | undefined;
  accessToken: ReceivedToken<AccessToken> | undefined;
  tokenType: string | undefined;
  /** The lifetime of the access token. */
  expiresInSeconds: number | undefined;
  receivedAtSeconds: number;
};

/** The tokens of the redirect; `undefined` where it returned none. */
export function redirectTokens({ response, receivedAtSeconds }: Run): IssuedTokens | undefined {
  if (response.kind !== "success" || !(response.idToken || response.accessToken)) return undefined;
  const { idToken, accessToken, tokenType, expiresInSeconds } = response;
  return {
    source: "redirect",
    idToken,
    accessToken,
    tokenType,
    expiresInSeconds,
    receivedAtSeconds,
  };
}

/** The tokens of the token endpoint; `undefined` where no code was exchanged. */
export function tokenEndpointTokens({ tokenRequest }: Run): IssuedTokens | undefined {
  if (tokenRequest?.status !== "sent" || tokenRequest.exchange.kind !== "success") return undefined;
  const { idToken, accessToken, tokenType, expiresInSeconds } = tokenRequest.exchange;
  return {
    source: "token_endpoint",
    idToken,
    accessToken,
    tokenType,
    expiresInSeconds,
    receivedAtSeconds: tokenRequest.sentAtSeconds,
  };
}

/** The tokens of a run by source: the redirect's first. A hybrid flow can return an ID token in both. */
export function listIssuedTokens(run: Run): readonly IssuedTokens[] {
  return [redirectTokens(run), tokenEndpointTokens(run)].filter((it) => it !== undefined);
}

/**
 * One ID token and one access token of a run: the token endpoint's where it returned one, else the redirect's.
 */
export function issuedTokens(run: Run): Pick<IssuedTokens, "idToken" | "accessToken"> {
  const fromRedirect = redirectTokens(run);
  const fromEndpoint = tokenEndpointTokens(run);
  return {
    idToken: fromEndpoint?.idToken ?? fromRedirect?.idToken,
    accessToken: fromEndpoint?.accessToken ?? fromRedirect?.accessToken,
  };
}

/** The claims that say whom the response is about. */
export function tokenClaimsOf(run: Run) {
  const { idToken, accessToken } = issuedTokens(run);
  return {
    idTokenClaims: idToken?.decoded.kind === "decoded" ? idToken.decoded.claims : undefined,
    accessTokenClaims:
      accessToken?.decoded.kind === "decoded" ? accessToken.decoded.claims : undefined,
  };
}
