import { okta } from "../../../okta/sources.ts";
import type { Lesson } from "../lesson.ts";
import { guideSetUp, withAppClaim } from "./set-ups.ts";

const it = { person: "it.user@example.com", setUp: guideSetUp };
const joe = { person: "joe.user@example.com", setUp: guideSetUp };

export const groupsInIdToken: Lesson = {
  id: "groups-in-id-token",
  title: "Groups in an ID token",
  about:
    "The org server puts groups in the ID token if you request the groups scope and the app has a claim.",
  source: {
    title: "Okta: Add a groups claim for the org authorization server",
    url: `${okta.groupsClaim.url}#add-a-groups-claim-for-the-org-authorization-server`,
  },
  steps: [
    {
      ...it,
      title: "Without the groups scope",
      watch: "Request openid and profile. The ID token says who signed in, and lists no groups.",
      request: { server: "org", responseType: "id_token", scopes: ["openid", "profile"] },
      expected: { kind: "no_groups", place: "ID token", cause: "scope_not_requested" },
    },
    {
      ...it,
      title: "With the groups scope",
      watch:
        "Now add the groups scope. The app’s groups claim matches every name, so Everyone and IT appear.",
      request: { server: "org", responseType: "id_token", scopes: ["openid", "profile", "groups"] },
      expected: { kind: "groups", place: "ID token", groups: ["Everyone", "IT"] },
    },
    {
      ...it,
      title: "With a filter",
      watch: "The app’s filter is now “Starts with I”. Watch Everyone leave the list.",
      request: { server: "org", responseType: "id_token", scopes: ["openid", "profile", "groups"] },
      setUp: withAppClaim({ kind: "filter", type: "STARTS_WITH", value: "I" }),
      expected: { kind: "groups", place: "ID token", groups: ["IT"] },
    },
  ],
};

export const groupsInAccessToken: Lesson = {
  id: "groups-in-access-token",
  title: "Groups in an access token",
  about: "Only a custom authorization server can put groups in an access token.",
  source: {
    title: "Okta: Add a groups claim for a custom authorization server",
    url: `${okta.groupsClaim.url}#add-a-groups-claim-for-a-custom-authorization-server`,
  },
  steps: [
    {
      ...joe,
      title: "From the org server",
      watch:
        "Request an access token from the org server. It is only for Okta, and never lists groups.",
      request: { server: "org", responseType: "token", scopes: ["openid", "groups"] },
      expected: { kind: "no_groups", place: "Access token", cause: "org_access_token" },
    },
    {
      ...joe,
      title: "From a custom server",
      watch:
        "The server default has a claim GroupsClaim for access tokens. Watch both of Joe’s groups appear.",
      request: { server: "custom", responseType: "token", scopes: ["openid"] },
      expected: { kind: "groups", place: "Access token", groups: ["Midwest Sales", "Everyone"] },
    },
    {
      ...joe,
      title: "A scope that the server lacks",
      watch:
        "Request the groups scope, too. A new custom server doesn’t have that scope, so it refuses the whole request.",
      request: { server: "custom", responseType: "token", scopes: ["openid", "groups"] },
      expected: { kind: "refused", error: "invalid_scope" },
    },
    {
      ...joe,
      title: "With the scope added",
      watch:
        "The server now has a scope named groups. The same request returns the token and its groups.",
      request: { server: "custom", responseType: "token", scopes: ["openid", "groups"] },
      setUp: { ...guideSetUp, hasGroupsScope: true },
      expected: { kind: "groups", place: "Access token", groups: ["Midwest Sales", "Everyone"] },
    },
  ],
};
