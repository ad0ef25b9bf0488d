import type { ReceivedToken } from "../oidc/parsed-response.ts";
import type { AccessToken, IdToken } from "../oidc/tokens.ts";
import type { Run } from "./run.ts";

export type TokenSource = "redirect" | "token_endpoint";

export type IssuedTokens = {
  source: TokenSource;
  idToken: ReceivedToken<IdToken> | undefined;
  accessToken: ReceivedToken<AccessToken> | undefined;
  tokenType: string | undefined;
  expiresInSeconds: number | undefined;
  receivedAtSeconds: number;
};

/** @returns The tokens in the redirect; `undefined` if there are none. */
export function redirectTokens({ response, receivedAtSeconds }: Run): IssuedTokens | undefined {
  if (response.kind !== "success" || !(response.idToken || response.accessToken)) return undefined;
  return pickTokens(response, "redirect", receivedAtSeconds);
}

/** @returns The token endpoint's tokens, with the time of the request; `undefined` without a successful exchange. */
export function tokenEndpointTokens({ tokenRequest }: Run): IssuedTokens | undefined {
  if (tokenRequest?.status !== "sent" || tokenRequest.exchange.kind !== "success") return undefined;
  return pickTokens(tokenRequest.exchange, "token_endpoint", tokenRequest.sentAtSeconds);
}

function pickTokens(
  response: Omit<IssuedTokens, "source" | "receivedAtSeconds">,
  source: TokenSource,
  receivedAtSeconds: number,
): IssuedTokens {
  const { idToken, accessToken, tokenType, expiresInSeconds } = response;
  return { source, idToken, accessToken, tokenType, expiresInSeconds, receivedAtSeconds };
}

/** Lists a run's tokens by source. A hybrid flow can return them twice. */
export function listIssuedTokens(run: Run): readonly IssuedTokens[] {
  return [redirectTokens(run), tokenEndpointTokens(run)].filter((it) => it !== undefined);
}

/** Finds a run's ID token and access token, preferably the token endpoint's. */
export function issuedTokens(run: Run): Pick<IssuedTokens, "idToken" | "accessToken"> {
  const fromRedirect = redirectTokens(run);
  const fromEndpoint = tokenEndpointTokens(run);
  return {
    idToken: fromEndpoint?.idToken ?? fromRedirect?.idToken,
    accessToken: fromEndpoint?.accessToken ?? fromRedirect?.accessToken,
  };
}

export function tokenClaimsOf(run: Run) {
  const { idToken, accessToken } = issuedTokens(run);
  return {
    idTokenClaims: idToken?.decoded.kind === "decoded" ? idToken.decoded.claims : undefined,
    accessTokenClaims:
      accessToken?.decoded.kind === "decoded" ? accessToken.decoded.claims : undefined,
  };
}
