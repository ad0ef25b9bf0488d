import type { JsonValue } from "../../oidc/json.ts";
import { isListOfTexts } from "../is-groups-claim.ts";
import { coreSection, okta, rfcSection } from "../sources.ts";
import { type Explanation, explainBy } from "./explanation.ts";

const profile = coreSection("5.1", "StandardClaims");
const idToken = coreSection("2", "IDToken");

const explanations = new Map<string, Explanation>([
  ...explainBy(rfcSection(7519, "4.1.1"), {
    iss: "Who issued the token: the authorization server.",
  }),
  ...explainBy(okta.idToken, {
    sub: "Who the token is about: a user ID, a username or a client ID.",
    ver: "The version of Okta’s token format.",
    idp: "The identity provider that the user signed in with: the org, or one linked to it.",
    alg: "How the token is signed. Okta uses RS256.",
  }),
  ...explainBy(rfcSection(7519, "4.1.3"), {
    aud: "Who the token is for: the app (ID token) or an API (access token).",
  }),
  ...explainBy(rfcSection(7519, "4.1.4"), { exp: "When the token expires." }),
  ...explainBy(rfcSection(7519, "4.1.5"), { nbf: "The token is not valid before this time." }),
  ...explainBy(rfcSection(7519, "4.1.6"), { iat: "When the token was issued." }),
  ...explainBy(rfcSection(7519, "4.1.7"), { jti: "The token’s own ID." }),
  ...explainBy(idToken, {
    auth_time: "When the user last signed in.",
    acr: "How strongly the user was authenticated.",
    nonce: "The request’s nonce. It ties the token to that request.",
    azp: "The app that the ID token was issued to.",
  }),
  ...explainBy(rfcSection(8176, "2"), {
    amr: "How the user signed in: pwd is a password, mfa is several factors.",
  }),
  ...explainBy(coreSection("3.2.2.10", "ImplicitIDToken"), {
    at_hash: "A hash of the access token that was issued with this ID token.",
  }),
  ...explainBy(coreSection("3.3.2.11", "HybridIDToken"), {
    c_hash: "A hash of the authorization code that was issued with this ID token.",
  }),
  ...explainBy(undefined, { sid: "The session that the token belongs to." }),
  ...explainBy(okta.accessToken, {
    cid: "The app that the access token was issued to.",
    uid: "The Okta user ID. Absent if the app acts for itself.",
    scp: "The scopes that were granted.",
  }),
  ...explainBy(okta.groupsClaim, {
    groups: "The user’s groups that match the groups claim of the app or the server.",
  }),
  ...explainBy(profile, {
    name: "The user’s full name.",
    given_name: "The user’s first name.",
    middle_name: "The user’s middle name.",
    family_name: "The user’s last name.",
    nickname: "What the user likes to be called.",
    preferred_username: "The username. It can change, so don’t use it as a key.",
    profile: "The user’s profile page.",
    picture: "The user’s picture.",
    website: "The user’s website.",
    gender: "The user’s gender.",
    birthdate: "The user’s birthday, or only the year.",
    zoneinfo: "The user’s time zone.",
    locale: "The user’s language and region.",
    updated_at: "When the user’s profile last changed.",
    email: "The user’s primary email address.",
    email_verified: "Whether the email address is verified.",
    phone_number: "The user’s phone number.",
    phone_number_verified: "Whether the phone number is verified.",
  }),
  ...explainBy(coreSection("5.1.1", "AddressClaim"), { address: "The user’s postal address." }),
  ...explainBy(rfcSection(7515, "4.1.4"), { kid: "The key that signed the token." }),
  ...explainBy(rfcSection(7515, "4.1.9"), { typ: "What kind of token this is." }),
  ...explainBy(rfcSection(7515, "4.1.11"), {
    crit: "Extensions that an app must understand to accept the token.",
  }),
]);

/** Matches an Okta user ID: `00u` and 17 letters or digits. In access tokens, `sub` is a username by default. */
const userId = /^00u[A-Za-z\d]{17}$/;

const times: ReadonlySet<string> = new Set(["exp", "nbf", "iat", "auth_time", "updated_at"]);

/** Explains a claim, or a member of a token's header. The returned `format` marks a time (RFC 7519 §2). */
export function explainClaim(
  name: string,
  value: JsonValue = null,
): Explanation & { format?: "numeric-date" } {
  if (name === "sub" && typeof value === "string" && userId.test(value)) {
    return { meaning: "The Okta user ID. It never changes.", source: okta.idToken };
  }
  const known = explanations.get(name);
  if (known) return times.has(name) ? { ...known, format: "numeric-date" } : known;
  if (/group/i.test(name)) {
    return { meaning: "The user’s groups, in a custom claim.", source: okta.groupsClaim };
  }
  return isListOfTexts(name, value)
    ? { meaning: "A custom claim. Its entries may be groups.", source: okta.groupsClaim }
    : { meaning: "A custom claim. An admin probably added it.", source: okta.createServer };
}
