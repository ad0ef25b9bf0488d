import { everyGroup } from "../../../okta/causes/value-problem.ts";
import { okta } from "../../../okta/sources.ts";
import type { ExpectedClaim, Lesson, LessonSetUp } from "../lesson.ts";
import { expression, guideSetUp, inAccessToken, inIdToken } from "./set-ups.ts";

const scopes = ["openid"];
const accessToken = {
  person: "it.user@example.com",
  request: { server: "custom", responseType: "token", scopes },
} as const;
const groups = inAccessToken("GroupsClaim", everyGroup);
const email = inAccessToken("ATClaim", expression("user.email"));
const locale = inIdToken("IDTClaim", expression("user.locale"), true);
const label = inAccessToken("applabel", expression("app.profile.label"));

const idTokenClaim = (name: string): ExpectedClaim => ({ place: "ID token", name });
const accessTokenClaim = (name: string): ExpectedClaim => ({ place: "Access token", name });

function withClaims(...claims: LessonSetUp["claims"]): LessonSetUp {
  return { ...guideSetUp, claims: [groups, ...claims] };
}

export const customClaims: Lesson = {
  id: "custom-claims",
  title: "Custom claims",
  about: "A custom server’s claims can have any attribute of the user or the app.",
  source: okta.returnedTokens,
  steps: [
    {
      title: "An attribute of the user",
      watch:
        "The server default has a claim ATClaim with the value user.email. Find it in the access token.",
      ...accessToken,
      setUp: withClaims(email),
      expected: { kind: "claims", present: [accessTokenClaim("ATClaim")] },
    },
    {
      title: "One for the ID token",
      watch: "IDTClaim is for ID tokens, set to Always. Each claim goes into one token type.",
      ...accessToken,
      request: { server: "custom", responseType: "id_token token", scopes },
      setUp: withClaims(email, locale),
      expected: {
        kind: "claims",
        present: [idTokenClaim("IDTClaim"), accessTokenClaim("ATClaim")],
        absent: [idTokenClaim("ATClaim"), accessTokenClaim("IDTClaim")],
      },
    },
    {
      title: "A property of the app",
      watch:
        "The app’s profile now has a label, and the claim applabel reads it. Find it in the access token.",
      ...accessToken,
      setUp: { ...withClaims(email, locale, label), appLabel: "Groups demo" },
      expected: { kind: "claims", present: [accessTokenClaim("applabel")] },
    },
    {
      title: "An attribute without a value",
      watch:
        "ATClaim now reads user.secondEmail, which this user doesn’t have. Okta leaves the claim out of the token.",
      ...accessToken,
      setUp: withClaims(inAccessToken("ATClaim", expression("user.secondEmail")), locale),
      expected: {
        kind: "claims",
        present: [accessTokenClaim("sub")],
        absent: [accessTokenClaim("ATClaim")],
      },
      elsewhere: "Sign in as a user without a secondary email.",
    },
  ],
};
