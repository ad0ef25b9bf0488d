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
   * Names of the claims to expect, without groups claims. Claims without a value in the user's profile are left out,
   * and a custom server may have claims of its own.
   */
  claims: readonly string[];
  /**
   * `yes`: Okta returns groups if the app has a groups claim and it matches one of the user's groups. `depends`: the
   * custom server's settings decide. `no`: no setting can add them.
   */
  groups: "yes" | "no" | "depends";
  /** Why there are groups or not, for the token's slot. */
  because: string;
};

export type Prediction = {
  /** The verdict before the request is sent. */
  headline: PredictionHeadline;
  refusal?: PredictedRefusal;
  /** What Okta returns unless it refuses. Only what was requested. */
  idToken?: TokenPrediction;
  accessToken?: TokenPrediction;
  /** What UserInfo returns for the access token. */
  userInfo?: TokenPrediction;
  /** For each slot without a prediction, a sentence that says why. */
  notRequested: { idToken?: string; accessToken?: string; userInfo?: string };
  /** What else to know before sending. */
  warnings: readonly string[];
};

/**
 * Predicts what a request returns, from Okta's published rules alone. Settings can't be seen, so what depends on them is
 * `depends`.
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
          "You also request an access token, so the org server leaves groups out of the ID token.",
      }
    : {
        kind: "thin",
        claims,
        groups: "depends",
        because:
          "You also request an access token, so groups are included only if the server’s claim is set to Always.",
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
      because: "Included if the server has an ID token claim for groups. A new server has none.",
    };
  }
  // Unverified for a claim with another name. All of Okta's examples request the scope.
  return scopes.includes("groups")
    ? {
        groups: "yes",
        because: "You requested groups, so it lists the groups that match the app’s groups claim.",
      }
    : {
        groups: "no",
        because: "You didn’t request the groups scope.",
      };
}

function predictAccessToken({ server }: RequestToPredict): TokenPrediction {
  return server.kind === "org"
    ? {
        claims: accessTokenBaseClaims,
        groups: "no",
        because: "The org server’s access token is for Okta alone and never carries groups.",
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

function listWarnings({ server, scopes }: RequestToPredict): readonly string[] {
  const warnings: string[] = [];
  if (scopes.includes("offline_access")) {
    warnings.push("The implicit flow returns no refresh token, so offline_access has no effect.");
  }
  const withComma = scopes.find((scope) => scope.includes(","));
  if (withComma !== undefined) {
    warnings.push(`Separate scopes with spaces, not commas: ${withComma} is one scope.`);
  }
  if (server.kind === "custom") {
    const inNewOrgs =
      server.id === "default" ? " In a new Integrator Free org, default has none." : "";
    warnings.push(`The server needs an access policy that allows this request.${inNewOrgs}`);
  }
  return warnings;
}
