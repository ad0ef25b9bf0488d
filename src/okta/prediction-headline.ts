import type { ResponseType } from "../oidc/authorization-request.ts";
import { neverInOrgAccessToken, withoutGroupsScope } from "./no-groups-clauses.ts";
import type { PredictedRefusal } from "./predicted-refusal.ts";
import { type RequestToPredict, requestsIdToken } from "./request-to-predict.ts";

export type PredictionHeadline = { title: string; sentence: string };

const refusalTitles = {
  certain: "Okta will refuse this request",
  likely: "Okta will probably refuse this request",
  possible: "Okta may refuse this request",
};

/** Summarizes a prediction: where the groups should be, or the main reason why there are none. */
export function writeHeadline(
  request: RequestToPredict,
  refusal: PredictedRefusal | undefined,
): PredictionHeadline {
  const { server, scopes } = request;
  if (refusal) return writeRefusalHeadline(refusal);
  if (server.kind === "custom") {
    return {
      title: "Groups depend on the server’s claims",
      sentence: describeCustomClaims(request),
    };
  }
  if (!requestsIdToken(request)) return writeOrgAccessTokenHeadline(scopes);
  return scopes.includes("groups") ? orgServerHeadlines[request.responseType] : scopeHeadline;
}

export function writeRefusalHeadline({ likelihood, reason }: PredictedRefusal): PredictionHeadline {
  return { title: refusalTitles[likelihood], sentence: reason };
}

function writeOrgAccessTokenHeadline(scopes: readonly string[]): PredictionHeadline {
  return {
    title: `No groups: ${neverInOrgAccessToken}`,
    sentence:
      scopes.includes("openid") && scopes.includes("groups")
        ? "Request the ID token instead, or call UserInfo with the access token."
        : "Request the ID token with the groups scope instead.",
  };
}

const scopeHeadline = {
  title: `No groups: ${withoutGroupsScope}`,
  sentence: "The org server returns groups only if you request that scope.",
};

const idTokenHasGroups = "The ID token should carry the groups";

const unverifiedForHybrid = {
  title: "The ID token may carry the groups",
  sentence:
    "The redirect has no groups. Okta documents the exchanged ID token only for a code alone, where it is fat.",
};

const orgServerHeadlines: Record<Exclude<ResponseType, "token">, PredictionHeadline> = {
  id_token: {
    title: idTokenHasGroups,
    sentence:
      "Without an access token, it is fat: it has all requested claims. The app’s groups claim decides which groups.",
  },
  "id_token token": {
    title: "No groups: the ID token will be thin",
    sentence:
      "You also request an access token, so the org server leaves groups out. Request the ID token only, or call UserInfo.",
  },
  code: {
    title: idTokenHasGroups,
    sentence:
      "The code is exchanged for a fat ID token. The app’s groups claim decides which groups.",
  },
  "code id_token": {
    title: idTokenHasGroups,
    sentence:
      "The redirect’s ID token is fat, because no access token comes with it. The app’s groups claim decides which groups.",
  },
  "code token": unverifiedForHybrid,
  "code id_token token": unverifiedForHybrid,
};

function describeCustomClaims(request: RequestToPredict): string {
  const { responseType } = request;
  if (responseType === "code id_token") {
    return "Okta’s pages disagree on whether the redirect’s ID token is fat. The exchanged one has only claims set to Always.";
  }
  if (responseType === "id_token") {
    return "The ID token carries groups if the server has an ID token claim for them.";
  }
  return requestsIdToken(request)
    ? "Each token needs its own claim. The ID token is thin, so its claim must be set to Always."
    : "The access token carries groups if the server has an access token claim for them.";
}
