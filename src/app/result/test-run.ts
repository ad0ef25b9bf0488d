import { encodeBase64Url } from "../../oidc/base64url.ts";
import { parseClaimsSet } from "../../oidc/claims-set.ts";
import type { JsonObject } from "../../oidc/json.ts";
import { parseResponse } from "../../oidc/parsed-response.ts";
import { parseTokenResponse } from "../../oidc/token-request.ts";
import type { SentRequest } from "../pending-requests.ts";
import type { Run, TokenRequestState } from "../run.ts";

/** The time at which test runs were received: 28 Nov 2026, 13:52:00 UTC. */
export const nowSeconds = Date.UTC(2026, 10, 28, 13, 52) / 1000;

const orgUrl = "https://dev-123.okta.com";
const clientId = "0oaoiuhhch8VRtBnC0h7";

const baseClaims = {
  sub: "00uixa271s6x7qt8I0h7",
  ver: 1,
  iss: orgUrl,
  aud: clientId,
  iat: nowSeconds - 60,
  exp: nowSeconds + 3540,
  jti: "ID.BnUVyb8cJtSo8Y1JyXfaLFQzRPNnB0hGOeH1ZoKYdKg",
  amr: ["pwd"],
  idp: "00oixa26xycLwJB5w0h7",
  nonce: "gB-O5-4gRaQdW1Y",
  auth_time: nowSeconds - 80,
};

const keptClaims = {
  name: "Ingrid Holm",
  preferred_username: "it.user@example.com",
  email: "it.user@example.com",
};

const profileClaims = {
  nickname: "Inga",
  given_name: "Ingrid",
  family_name: "Holm",
  profile: "https://example.com/ingrid",
  zoneinfo: "Europe/Oslo",
  locale: "en-GB",
  updated_at: 1_574_201_471,
  email_verified: true,
};

const groups = ["Everyone", "IT"];

export const encryptedToken = "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.b.c.d.e";

/** Claims of the tokens that the demo org issues to it.user@example.com. */
export const testClaims = {
  fat: { ...baseClaims, ...keptClaims, ...profileClaims, groups },
  thin: { ...baseClaims, ...keptClaims, at_hash: "5dC3cAgncTbM21wpnMntwA" },
  orgAccessToken: {
    ver: 1,
    jti: "AT.0mP4JKAZX1iACIT4vbEDF7LpvDVjxypPMf0D7uX39RE",
    iss: orgUrl,
    aud: orgUrl,
    sub: "it.user@example.com",
    iat: nowSeconds - 60,
    exp: nowSeconds + 3540,
    cid: clientId,
    uid: "00uixa271s6x7qt8I0h7",
    scp: ["openid", "profile", "email", "groups"],
  },
  customAccessToken: {
    ver: 1,
    jti: "AT.0mP4JKAZX1iACIT4vbEDF7LpvDVjxypPMf0D7uX39RE",
    iss: `${orgUrl}/oauth2/default`,
    aud: "api://default",
    iat: nowSeconds - 60,
    exp: nowSeconds + 3540,
    cid: clientId,
    uid: "00uixa271s6x7qt8I0h7",
    scp: ["openid"],
    sub: "it.user@example.com",
    GroupsClaim: groups,
  },
  userInfo: { sub: baseClaims.sub, ...keptClaims, ...profileClaims, groups },
} as const satisfies Record<string, JsonObject>;

type RunParts = {
  /** Claims, their JSON text, or a raw token, which has dots and no braces. */
  idToken?: JsonObject | string;
  accessToken?: JsonObject | string;
  accessTokenHeader?: JsonObject;
  userInfo?: JsonObject | string;
  parameters?: Readonly<Record<string, string>>;
  /** Changes to the default request. `null`: the request is not known. */
  request?: Partial<SentRequest> | null;
} & Partial<
  Pick<
    Run,
    | "id"
    | "number"
    | "receivedAtSeconds"
    | "origin"
    | "expectedState"
    | "tokenRequest"
    | "claimOrigins"
  >
>;

/** Builds a run for tests. By default, the run requested the tokens that the response has. */
export function buildRun(parts: RunParts = {}): Run {
  const { idToken, accessToken, userInfo, parameters, number = 1, receivedAtSeconds } = parts;
  const request = parts.request === null ? undefined : { ...buildRequest(parts), ...parts.request };
  const responseText = new URLSearchParams({
    ...(idToken !== undefined && { id_token: toToken(idToken) }),
    ...(accessToken !== undefined && {
      access_token: toToken(accessToken, parts.accessTokenHeader),
      token_type: "Bearer",
      expires_in: "3600",
      scope: (request?.scopes ?? ["openid"]).join(" "),
    }),
    state: request?.state ?? "another-state",
    ...parameters,
  }).toString();
  return {
    id: parts.id ?? `run-${number}`,
    number,
    receivedAtSeconds: receivedAtSeconds ?? nowSeconds,
    origin: parts.origin ?? (request ? "requested" : "unexpected"),
    request,
    expectedState: parts.expectedState,
    response: parseResponse(responseText, "fragment"),
    responseText,
    tokenRequest: parts.tokenRequest,
    userInfo: userInfo === undefined ? undefined : parseClaimsSet(toText(userInfo)),
    claimOrigins: parts.claimOrigins,
  };
}

function buildRequest({ idToken, accessToken }: RunParts): SentRequest {
  const hasBoth = idToken !== undefined && accessToken !== undefined;
  return {
    state: "to0fZ-X2wVi",
    nonce: baseClaims.nonce,
    org: "demo",
    orgUrl,
    server: { kind: "org" },
    clientId,
    responseType: hasBoth ? "id_token token" : accessToken === undefined ? "id_token" : "token",
    scopes: ["openid", "profile", "email", "groups"],
    query: "",
    sentAtSeconds: nowSeconds - 90,
  };
}

type TokenResponseParts = Pick<RunParts, "idToken" | "accessToken" | "accessTokenHeader"> & {
  members?: JsonObject;
  status?: number;
  sentAtSeconds?: number;
};

/** Builds a sent token request for tests. The response has an access token unless an error is given. */
export function buildTokenRequest(parts: TokenResponseParts = {}): TokenRequestState {
  const { idToken, accessToken = testClaims.orgAccessToken, members = {} } = parts;
  const isError = Object.hasOwn(members, "error");
  const body = {
    ...(!isError && {
      token_type: "Bearer",
      expires_in: 3600,
      access_token: toToken(accessToken, parts.accessTokenHeader),
    }),
    ...(idToken !== undefined && { id_token: toToken(idToken) }),
    ...members,
  };
  const responseText = {
    kind: "answered",
    status: parts.status ?? (isError ? 400 : 200),
    text: JSON.stringify(body),
  } as const;
  return {
    status: "sent",
    tokenEndpoint: `${orgUrl}/oauth2/v1/token`,
    sentAtSeconds: parts.sentAtSeconds ?? nowSeconds + 1,
    exchange: parseTokenResponse(responseText),
    responseText,
  };
}

/** Builds a token with three parts, whose signature is not valid. */
export function buildToken(
  claims: JsonObject | string,
  header: JsonObject | string = { kid: "1-Sy2", alg: "RS256" },
): string {
  const parts = [toText(header), toText(claims), "signature"];
  return parts.map((part) => encodeBase64Url(new TextEncoder().encode(part))).join(".");
}

function toToken(token: JsonObject | string, header?: JsonObject): string {
  return typeof token === "string" && !token.startsWith("{") ? token : buildToken(token, header);
}

function toText(claims: JsonObject | string): string {
  return typeof claims === "string" ? claims : JSON.stringify(claims);
}
