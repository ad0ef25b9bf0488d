import type { PredictedRefusal } from "./predicted-refusal.ts";
import type { RequestToPredict } from "./request-to-predict.ts";

export type PredictionHeadline = { title: string; sentence: string };

const refusalTitles = {
  certain: "Okta will refuse this request",
  likely: "Okta will probably refuse this request",
  possible: "Okta may refuse this request",
};

/** Sums up a prediction: where the groups should be, or the first thing that keeps them away. */
export function writeHeadline(
  { server, responseType, scopes }: RequestToPredict,
  refusal: PredictedRefusal | undefined,
): PredictionHeadline {
  if (refusal) return { title: refusalTitles[refusal.likelihood], sentence: refusal.reason };
  if (server.kind === "custom") return customServerHeadlines[responseType];
  if (responseType === "token") return writeOrgAccessTokenHeadline(scopes);
  return scopes.includes("groups") ? orgServerHeadlines[responseType] : withoutGroupsScope;
}

function writeOrgAccessTokenHeadline(scopes: readonly string[]): PredictionHeadline {
  const hasUserInfoGroups = scopes.includes("openid") && scopes.includes("groups");
  return {
    title: "No groups: org access tokens never carry them",
    sentence: hasUserInfoGroups
      ? "Request the ID token instead, or call UserInfo with the access token."
      : "Request the ID token with the groups scope instead.",
  };
}

const withoutGroupsScope = {
  title: "No groups: you didn’t request the groups scope",
  sentence: "The org server returns groups only if you request that scope.",
};

const orgServerHeadlines = {
  id_token: {
    title: "The ID token should carry the groups",
    sentence:
      "Requested alone it is fat, and you requested the groups scope. The app’s groups claim decides which groups.",
  },
  "id_token token": {
    title: "No groups: the ID token will be thin",
    sentence:
      "You also request an access token, so the org server leaves groups out. Request the ID token only, or call UserInfo.",
  },
};

const customServerHeadlines = {
  id_token: {
    title: "Groups depend on the server’s claims",
    sentence: "The ID token carries groups if the server has an ID token claim for them.",
  },
  token: {
    title: "Groups depend on the server’s claims",
    sentence: "The access token carries groups if the server has an access token claim for them.",
  },
  "id_token token": {
    title: "Groups depend on the server’s claims",
    sentence:
      "Each token needs a claim of its own. The ID token is thin, so its claim must be set to Always.",
  },
};
