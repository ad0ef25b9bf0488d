import { everyGroup } from "../../../okta/causes/value-problem.ts";
import { okta } from "../../../okta/sources.ts";
import type { Lesson } from "../lesson.ts";
import { guideSetUp, inAccessToken, inIdToken } from "./set-ups.ts";

const it = { person: "it.user@example.com", setUp: guideSetUp };
const scopes = ["openid", "profile", "email", "groups"];
const bothTokens = { server: "org", responseType: "id_token token", scopes } as const;

export const fatAndThin: Lesson = {
  id: "fat-and-thin",
  title: "Fat and thin ID tokens",
  about:
    "If you also request an access token, the org server’s ID token is thin and loses its groups.",
  source: okta.tokensAndScopes,
  steps: [
    {
      ...it,
      title: "The ID token alone",
      watch:
        "Request the ID token alone. It is fat: it has the groups and every profile and email claim.",
      request: { server: "org", responseType: "id_token", scopes },
      expected: { kind: "groups", place: "ID token", groups: ["Everyone", "IT"], weight: "fat" },
    },
    {
      ...it,
      title: "With an access token",
      watch:
        "Same user, same scopes, one more token. Watch the groups and most of the profile leave the ID token.",
      request: bothTokens,
      expected: { kind: "no_groups", place: "ID token", weight: "thin", cause: "thin_id_token" },
    },
    {
      ...it,
      title: "For a code",
      watch:
        "The code flow returns both tokens, and the ID token is fat again. Some older Okta pages call it thin.",
      request: { server: "org", responseType: "code", scopes },
      expected: { kind: "groups", place: "ID token", groups: ["Everyone", "IT"], weight: "fat" },
    },
  ],
};

export const userInfo: Lesson = {
  id: "userinfo",
  title: "Groups from UserInfo",
  about: "An app can call UserInfo to get the claims that a thin ID token lacks.",
  source: {
    title: "Okta: Request an ID token that contains the groups claim",
    url: `${okta.groupsClaim.url}#request-an-id-token-that-contains-the-groups-claim`,
  },
  steps: [
    {
      ...it,
      title: "A thin ID token",
      watch: "Request both tokens. The ID token is thin, so it lists no groups.",
      request: bothTokens,
      expected: { kind: "no_groups", place: "ID token", weight: "thin", cause: "thin_id_token" },
    },
    {
      ...it,
      title: "Call UserInfo",
      watch:
        "Press Call UserInfo, which sends the access token. Watch the groups appear under UserInfo.",
      about: "response",
      request: bothTokens,
      expected: { kind: "groups", place: "UserInfo", groups: ["Everyone", "IT"] },
    },
    {
      ...it,
      title: "Scopes decide here, too",
      watch:
        "Send the request without the groups scope, then call UserInfo again. It returns the profile, and no groups.",
      request: { ...bothTokens, scopes: ["openid", "profile", "email"] },
      expected: { kind: "no_groups", place: "UserInfo" },
    },
  ],
};

const bothFromCustom = { ...bothTokens, server: "custom", scopes: ["openid"] } as const;
const onRequest = {
  ...guideSetUp,
  claims: [inAccessToken("GroupsClaim", everyGroup), inIdToken("groups", everyGroup, false)],
};

export const alwaysOrOnRequest: Lesson = {
  id: "always-or-on-request",
  title: "Always or on request",
  about:
    "On a custom server, an ID token claim is in every ID token, or only in those issued alone.",
  source: okta.claimsApi,
  steps: [
    {
      ...it,
      title: "On request, alone",
      watch:
        "The server default has a groups claim set to Userinfo / id_token request. An ID token requested alone has it.",
      request: { server: "custom", responseType: "id_token", scopes: ["openid"] },
      setUp: onRequest,
      expected: { kind: "groups", place: "ID token", groups: ["Everyone", "IT"], weight: "fat" },
    },
    {
      ...it,
      title: "On request, both tokens",
      watch:
        "Request an access token, too: the ID token loses its groups. The access token has its own groups claim.",
      request: bothFromCustom,
      setUp: onRequest,
      expected: { kind: "no_groups", place: "ID token", weight: "thin" },
    },
    {
      ...it,
      title: "UserInfo still has it",
      watch: "Press Call UserInfo. The response has the claim that the ID token lacks.",
      about: "response",
      request: bothFromCustom,
      setUp: onRequest,
      expected: { kind: "groups", place: "UserInfo", groups: ["Everyone", "IT"] },
    },
    {
      ...it,
      title: "Always",
      watch: "The claim is now set to Always. The same request returns groups in both tokens.",
      request: bothFromCustom,
      setUp: {
        ...guideSetUp,
        claims: [inAccessToken("GroupsClaim", everyGroup), inIdToken("groups", everyGroup, true)],
      },
      expected: { kind: "groups", place: "ID token", groups: ["Everyone", "IT"], weight: "thin" },
    },
  ],
};
