import type { AuthorizationServer } from "./authorization-server.ts";
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
  /** ID tokens only. */
  kind?: "fat" | "thin";
  /**
   * Names of the claims to expect, groups not counted. What has no value in the person's profile stays away, and
   * a custom authorization server may add some of its own.
   */
  claims: readonly string[];
  /**
   * `yes`: Okta's rules put groups there, if the app has a groups claim and it matches one of the person's.
   * `depends`: the custom authorization server's settings decide. `no`: nothing can put them there.
   */
  groups: "yes" | "no" | "depends";
  /** Why there will be groups, or not: one sentence. */
  because: string;
};

export type Prediction = {
  /** The verdict before the request is sent. */
  headline: PredictionHeadline;
  refusal?: PredictedRefusal;
  /** What Okta returns unless it refuses. Only what was requested. */
  idToken?: TokenPrediction;
  accessToken?: TokenPrediction;
  /** What UserInfo will say to whoever shows the access token. */
  userInfo?: TokenPrediction;
  /** For each slot without a prediction, a sentence that says why. */
  notRequested: { idToken?: string; accessToken?: string; userInfo?: string };
  /** Sentences worth reading before sending. */
  warnings: readonly string[];
};

/**
 * Says what a request will bring, from Okta's published rules alone. No server is asked, so what hangs on
 * settings is said to.
 *
 * @see Okta: API Access Management, "Tokens and scopes" (fat and thin); Okta: Customize tokens returned from Okta
 *   with a Groups claim
 */
export function predict(request: RequestToPredict): Prediction {
  const refusal = predictRefusal(request);
  const hasIdToken = request.responseType !== "token";
  const hasAccessToken = request.responseType !== "id_token";
  const hasUserInfo = hasAccessToken && request.scopes.includes("openid");
  return {
    headline: writeHeadline(request, refusal),
    ...(refusal && { refusal }),
    ...(hasIdToken && { idToken: predictIdToken(request) }),
    ...(hasAccessToken && { accessToken: predictAccessToken(request) }),
    ...(hasUserInfo && { userInfo: predictUserInfo(request) }),
    notRequested: {
      ...(!hasIdToken && { idToken: idTokenNotRequested[request.server.kind] }),
      ...(!hasAccessToken && { accessToken: accessTokenNotRequested[request.server.kind] }),
      ...(!hasUserInfo && {
        userInfo: hasAccessToken ? "Needs the openid scope." : "Needs an access token.",
      }),
    },
    warnings: listWarnings(request),
  };
}

const idTokenNotRequested = {
  org: "Not requested. Requested alone, it can carry groups.",
  custom: "Not requested. It can carry groups if the server has an ID token claim for them.",
};

const accessTokenNotRequested = {
  org: "Not requested. On the org server it never carries groups.",
  custom: "Not requested. It can carry groups if the server has an access token claim for them.",
};

function predictIdToken({ server, responseType, scopes }: RequestToPredict): TokenPrediction {
  if (responseType === "id_token") {
    const claims = [...idTokenBaseClaims, ...fatClaimsOf(scopes)];
    return { kind: "fat", claims, ...predictFatGroups(server, scopes) };
  }
  const claims = [...idTokenBaseClaims, ...thinClaimsOf(scopes), "at_hash"];
  return server.kind === "org"
    ? {
        kind: "thin",
        claims,
        groups: "no",
        because:
          "An ID token that comes with an access token is thin: the org authorization server leaves groups out of it.",
      }
    : {
        kind: "thin",
        claims,
        groups: "depends",
        because:
          "An ID token that comes with an access token is thin: it has groups only if the server’s claim is set to Always.",
      };
}

/** Groups in a fat ID token and in UserInfo, which follow one rule. */
function predictFatGroups(
  server: AuthorizationServer,
  scopes: readonly string[],
): Pick<TokenPrediction, "groups" | "because"> {
  if (server.kind === "custom") {
    return {
      groups: "depends",
      because:
        "Groups come if the server has a claim for the ID token that holds them; by default it has none.",
    };
  }
  // Unverified for a claim under another name; the scope is asked for in every example of Okta's.
  return scopes.includes("groups")
    ? {
        groups: "yes",
        because:
          "The groups scope is asked for, so the groups come that the app’s groups claim lets through, if it has one.",
      }
    : {
        groups: "no",
        because:
          "The groups scope is not asked for, and the org authorization server gives groups only with it.",
      };
}

function predictAccessToken({ server }: RequestToPredict): TokenPrediction {
  return server.kind === "org"
    ? {
        claims: accessTokenBaseClaims,
        groups: "no",
        because:
          "The org authorization server’s access token is for Okta alone and never holds groups.",
      }
    : {
        claims: [...accessTokenBaseClaims, "auth_time"],
        groups: "depends",
        because:
          "Groups come if the server has a claim for the access token that holds them; by default it has none.",
      };
}

function predictUserInfo({ server, scopes }: RequestToPredict): TokenPrediction {
  return { claims: ["sub", ...fatClaimsOf(scopes)], ...predictFatGroups(server, scopes) };
}

function listWarnings({ server, responseType, scopes }: RequestToPredict): readonly string[] {
  const isForGroups = scopes.includes("groups");
  const warnings: string[] = [];
  if (server.kind === "org" && responseType === "id_token token" && isForGroups) {
    warnings.push(
      "With both tokens the ID token is thin, and groups will be lost from it. Ask for the ID token alone, or call UserInfo afterwards.",
    );
  }
  if (server.kind === "org" && responseType === "token" && isForGroups) {
    warnings.push(
      "The org authorization server never puts groups in an access token. Ask for the ID token, or call UserInfo afterwards.",
    );
  }
  if (scopes.includes("offline_access")) {
    warnings.push("The implicit flow gives no refresh token, so offline_access will be ignored.");
  }
  const withComma = scopes.find((scope) => scope.includes(","));
  if (withComma !== undefined) {
    warnings.push(`Spaces lie between scopes, not commas: ${withComma} counts as one scope.`);
  }
  if (server.kind === "custom") {
    warnings.push(
      "A custom authorization server answers only what one of its access policies allows; a new org’s default server has none.",
    );
  }
  return warnings;
}
