import { findRedirectTokens, usesCode } from "../oidc/authorization-request.ts";
import type { AuthorizationServer } from "./authorization-server.ts";
import type { ClaimOrigins } from "./is-groups-claim.ts";
import { type PredictedRefusal, predictRefusal } from "./predicted-refusal.ts";
import { type PredictionHeadline, writeHeadline } from "./prediction-headline.ts";
import type { RequestToPredict } from "./request-to-predict.ts";
import {
  accessTokenBaseClaims,
  fatClaimsOf,
  idTokenBaseClaims,
  thinClaimsOf,
} from "./standard-claims.ts";

export type TokenPrediction = {
  kind?: "fat" | "thin";
  /** The names of claims that have a value for the user. Doesn't include groups claims. */
  claims: readonly string[];
  /** `yes`: groups, if the app's claim matches one. `depends`: on the server's settings. `no`: no groups. */
  groups: "yes" | "no" | "depends";
  because: string;
  /** A sentence about a contradiction between Okta's pages. */
  note?: string;
  groupsClaims?: readonly { name: string; groups: readonly string[] }[];
  /** The name of the claim that has or would have the groups. Only if the set-up is known. */
  groupsName?: string;
  /** Set if only the other token has a groups claim. The headline prefers that token's reason for missing groups. */
  isOnOtherToken?: boolean;
};

export type PredictedTokens = { idToken?: TokenPrediction; accessToken?: TokenPrediction };

/** `idToken` and `accessToken` are the token endpoint's, else the redirect's. */
export type Prediction = PredictedTokens & {
  headline: PredictionHeadline;
  refusal?: PredictedRefusal;
  redirect: PredictedTokens;
  tokenEndpoint?: PredictedTokens;
  userInfo?: TokenPrediction;
  notRequested: { idToken?: string; accessToken?: string; userInfo?: string };
  /** Which claims of the set-up are made of groups. Set only if the prediction uses the org's set-up. */
  origins?: ClaimOrigins;
  warnings: readonly string[];
};

/** Predicts the response by Okta's published rules alone. @see Okta: API Access Management, "Tokens and scopes" */
export function predict(request: RequestToPredict): Prediction {
  const refusal = predictRefusal(request);
  const redirect = predictRedirect(request);
  const tokenEndpoint = usesCode(request.responseType) ? predictTokenEndpoint(request) : undefined;
  const { idToken, accessToken } = { ...redirect, ...tokenEndpoint };
  const hasOpenId = request.scopes.includes("openid");
  const hasUserInfo = accessToken !== undefined && hasOpenId;
  return {
    headline: writeHeadline(request, refusal),
    ...(refusal && { refusal }),
    redirect,
    ...(tokenEndpoint && { tokenEndpoint }),
    ...(idToken && { idToken }),
    ...(accessToken && { accessToken }),
    ...(hasUserInfo && { userInfo: predictUserInfo(request) }),
    notRequested: {
      ...(!idToken && {
        idToken: tokenEndpoint ? needsOpenId : idTokenNotRequested[request.server.kind],
      }),
      ...(!accessToken && { accessToken: accessTokenNotRequested[request.server.kind] }),
      ...(!hasUserInfo && { userInfo: accessToken ? needsOpenId : "Needs an access token." }),
    },
    warnings: listWarnings(request),
  };
}

const needsOpenId = "Needs the openid scope.";

const idTokenNotRequested = {
  org: "Not requested. On its own, it can carry groups.",
  custom: "Not requested. It can carry groups if the server has an ID token claim for them.",
};

const accessTokenNotRequested = {
  org: "Not requested. On the org server it never carries groups.",
  custom: "Not requested. It can carry groups if the server has an access token claim for them.",
};

function predictRedirect(request: RequestToPredict): PredictedTokens {
  const { idToken, accessToken } = findRedirectTokens(request.responseType);
  return {
    ...(idToken && {
      idToken: accessToken ? predictThinIdToken(request) : predictFatIdToken(request),
    }),
    ...(accessToken && { accessToken: predictAccessToken(request) }),
  };
}

function predictTokenEndpoint(request: RequestToPredict): PredictedTokens {
  return {
    ...(request.scopes.includes("openid") && { idToken: predictExchangedIdToken(request) }),
    accessToken: predictAccessToken(request),
  };
}

function predictFatIdToken({ server, responseType, scopes }: RequestToPredict): TokenPrediction {
  const hashes = usesCode(responseType) ? ["c_hash"] : [];
  const claims = [...idTokenBaseClaims, ...fatClaimsOf(scopes), ...hashes];
  return { kind: "fat", claims, ...predictFatGroups(server, scopes) };
}

function predictThinIdToken({ server, responseType, scopes }: RequestToPredict): TokenPrediction {
  const hashes = usesCode(responseType) ? ["at_hash", "c_hash"] : ["at_hash"];
  const claims = [...idTokenBaseClaims, ...thinClaimsOf(scopes), ...hashes];
  const [groups, consequence] =
    server.kind === "org"
      ? (["no", "the org server leaves groups out of the ID token"] as const)
      : (["depends", "groups are included only if the server’s claim is set to Always"] as const);
  const because = `You also request an access token, so ${consequence}.`;
  return { kind: "thin", claims, groups, because };
}

/**
 * Predicts the ID token for a code. Unverified: the hybrid flow.
 *
 * @see Okta: Customize tokens returned from Okta with a Groups claim (since March 2025; API Access Management still calls
 *   the org server's ID token thin)
 */
function predictExchangedIdToken(request: RequestToPredict): TokenPrediction {
  const { server, responseType, scopes } = request;
  if (server.kind === "custom") {
    const claims = [...idTokenBaseClaims, ...thinClaimsOf(scopes), "at_hash"];
    const because =
      "An access token comes with it, so groups are included only if the server’s claim is set to Always.";
    return { kind: "thin", claims, groups: "depends", because };
  }
  const claims = [...idTokenBaseClaims, ...fatClaimsOf(scopes), "at_hash"];
  const fat = { kind: "fat", claims, ...predictFatGroups(server, scopes) } as const;
  if (fat.groups === "no") return fat;
  if (responseType === "code") return { ...fat, note: "An older Okta page calls this token thin." };
  const because = "Okta’s pages describe this ID token only for a code alone, where it is fat.";
  return { ...fat, groups: "depends", because };
}

/** Predicts the groups of a fat ID token or UserInfo, which follow the same rule. */
function predictFatGroups(
  server: AuthorizationServer,
  scopes: readonly string[],
): Pick<TokenPrediction, "groups" | "because"> {
  if (server.kind === "custom") {
    return {
      groups: "depends",
      because: "Included if the server has an ID token claim for groups. A new server has none.",
    };
  }
  // Unverified: whether a claim with another name needs the groups scope. All of Okta's examples request the scope.
  return scopes.includes("groups")
    ? {
        groups: "yes",
        because: "You requested groups, so it lists the groups that match the app’s groups claim.",
      }
    : { groups: "no", because: "You didn’t request the groups scope." };
}

function predictAccessToken({ server }: RequestToPredict): TokenPrediction {
  return server.kind === "org"
    ? {
        claims: accessTokenBaseClaims,
        groups: "no",
        because: "The org server’s access token is only for Okta and never carries groups.",
      }
    : {
        claims: [...accessTokenBaseClaims, "auth_time"],
        groups: "depends",
        because:
          "Included if the server has an access token claim for groups. A new server has none.",
      };
}

function predictUserInfo({ server, scopes }: RequestToPredict): TokenPrediction {
  return { claims: ["sub", ...fatClaimsOf(scopes)], ...predictFatGroups(server, scopes) };
}

function listWarnings(request: RequestToPredict): readonly string[] {
  const { server, responseType, scopes, isSetUpKnown } = request;
  const warnings: string[] = [];
  if (scopes.includes("offline_access")) {
    warnings.push(
      usesCode(responseType)
        ? "Okta returns a refresh token only if the app has the grant type Refresh Token. This page doesn’t use it."
        : "The implicit flow returns no refresh token, so offline_access has no effect.",
    );
  }
  if (usesCode(responseType) && responseType !== "code") {
    warnings.push(
      "The app needs two grant types: Authorization Code and, under Advanced, Implicit (hybrid).",
    );
  }
  const withComma = scopes.find((scope) => scope.includes(","));
  if (withComma !== undefined) {
    warnings.push(`Separate scopes with spaces, not commas: ${withComma} is one scope.`);
  }
  if (server.kind === "custom" && !isSetUpKnown) {
    const inNewOrgs =
      server.id === "default" ? " In a new Integrator Free org, default has none." : "";
    warnings.push(`The server needs an access policy that allows this request.${inNewOrgs}`);
  }
  return warnings;
}
