import { explainParameter } from "../../okta/glossary/parameters.ts";
import { explainScope } from "../../okta/glossary/scopes.ts";
import { okta, type Source } from "../../okta/sources.ts";
import type { Attention } from "./attention.ts";

export type Explanation = { title: string; meaning: string; source?: Source };

const tokensAndScopes = { ...okta.tokensAndScopes, title: "Okta: Tokens and scopes" };

/** What choosing a value means, where the value says more than its parameter does. */
const values: Record<string, Explanation> = {
  "endpoint org": {
    title: "Org authorization server",
    meaning:
      "Every org has exactly one. It signs people in, and its ID tokens can carry groups through the app’s Sign On tab. Its access tokens are for Okta’s own APIs and never carry groups.",
    source: okta.authorizationServers,
  },
  "endpoint custom": {
    title: "Custom authorization server",
    meaning:
      "You make it under Security > API to protect your own APIs; the first is called default. Its Claims tab puts groups in ID tokens, in access tokens, or in both.",
    source: okta.authorizationServers,
  },
  "response_type id_token": {
    title: "ID token alone",
    meaning:
      "No access token comes with it, so the ID token is fat: with nothing to ask UserInfo with, everything you asked for has to be inside.",
    source: tokensAndScopes,
  },
  "response_type token": {
    title: "Access token alone",
    meaning:
      "Permission for an API, and no word for your app on who signed in. On a custom authorization server it can carry groups for the API to decide by.",
    source: tokensAndScopes,
  },
  "response_type id_token token": {
    title: "Both tokens",
    meaning:
      "With an access token beside it the ID token is thin: groups and most of the profile stay out of it, because UserInfo will give them to whoever holds the access token.",
    source: tokensAndScopes,
  },
};

/** What to say about the part of the request that the person is looking at. */
export function explainAttention({ parameter, value }: Attention): Explanation {
  const ofValue = value === undefined ? undefined : values[`${parameter} ${value}`];
  if (ofValue) return ofValue;
  if (parameter === "scope" && value !== undefined) {
    return { title: `Scope ${value}`, ...explainScope(value) };
  }
  if (parameter === "endpoint") {
    return {
      title: "Authorization endpoint",
      meaning:
        "Where the browser goes with the request. Its host is your org; its path says which authorization server of the org is asked.",
      source: okta.authorizationServers,
    };
  }
  return { title: parameter, ...explainParameter(parameter) };
}
