import type { JsonValue } from "../../oidc/json.ts";
import { isListOfTexts } from "../is-groups-claim.ts";
import { coreSection, okta, rfcSection, type Source } from "../sources.ts";

type ClaimExplanation = {
  /** One or two short sentences. */
  meaning: string;
  source?: Source;
  /** Set if the value is a time: NumericDate seconds, RFC 7519 §2. */
  format?: "numeric-date";
};

const profile = coreSection("5.1", "StandardClaims");
const idToken = coreSection("2", "IDToken");

const explanations = new Map<string, ClaimExplanation>(
  Object.entries({
    // Every token.
    iss: {
      meaning: "Who issued the token: the authorization server.",
      source: rfcSection(7519, "4.1.1"),
    },
    sub: {
      meaning: "Who the token is about: a user ID, a username or a client ID.",
      source: okta.idToken,
    },
    aud: {
      meaning: "Who the token is for: the app (ID token) or an API (access token).",
      source: rfcSection(7519, "4.1.3"),
    },
    exp: {
      meaning: "When the token expires.",
      source: rfcSection(7519, "4.1.4"),
      format: "numeric-date",
    },
    nbf: {
      meaning: "The token is not valid before this time.",
      source: rfcSection(7519, "4.1.5"),
      format: "numeric-date",
    },
    iat: {
      meaning: "When the token was issued.",
      source: rfcSection(7519, "4.1.6"),
      format: "numeric-date",
    },
    jti: {
      meaning: "The token’s own ID.",
      source: rfcSection(7519, "4.1.7"),
    },
    ver: { meaning: "The version of Okta’s token format.", source: okta.idToken },
    auth_time: {
      meaning: "When the user last signed in.",
      source: idToken,
      format: "numeric-date",
    },
    acr: { meaning: "How strongly the user was authenticated.", source: idToken },
    // ID token.
    amr: {
      meaning: "How the user signed in: pwd is a password, mfa is several factors.",
      source: rfcSection(8176, "2"),
    },
    idp: {
      meaning: "The identity provider that the user signed in with: the org, or one linked to it.",
      source: okta.idToken,
    },
    nonce: {
      meaning: "The request’s nonce. It ties the token to that request.",
      source: idToken,
    },
    at_hash: {
      meaning: "A hash of the access token that was issued with this ID token.",
      source: coreSection("3.2.2.10", "ImplicitIDToken"),
    },
    c_hash: {
      meaning: "A hash of the authorization code that was issued with this ID token.",
      source: coreSection("3.3.2.11", "HybridIDToken"),
    },
    azp: { meaning: "The app that the ID token was issued to.", source: idToken },
    sid: { meaning: "The session that the token belongs to." },
    // Access token.
    cid: { meaning: "The app that the access token was issued to.", source: okta.accessToken },
    uid: {
      meaning: "The Okta user ID. Absent if the app acts for itself.",
      source: okta.accessToken,
    },
    scp: { meaning: "The scopes that were granted.", source: okta.accessToken },
    // Groups.
    groups: {
      meaning: "The user’s groups that match the groups claim of the app or the server.",
      source: okta.groupsClaim,
    },
    // Scope profile.
    name: { meaning: "The user’s full name.", source: profile },
    given_name: { meaning: "The user’s first name.", source: profile },
    middle_name: { meaning: "The user’s middle name.", source: profile },
    family_name: { meaning: "The user’s last name.", source: profile },
    nickname: { meaning: "What the user likes to be called.", source: profile },
    preferred_username: {
      meaning: "The username. It can change, so don’t use it as a key.",
      source: profile,
    },
    profile: { meaning: "The user’s profile page.", source: profile },
    picture: { meaning: "The user’s picture.", source: profile },
    website: { meaning: "The user’s website.", source: profile },
    gender: { meaning: "The user’s gender.", source: profile },
    birthdate: { meaning: "The user’s birthday, or only the year.", source: profile },
    zoneinfo: { meaning: "The user’s time zone.", source: profile },
    locale: { meaning: "The user’s language and region.", source: profile },
    updated_at: {
      meaning: "When the user’s profile last changed.",
      source: profile,
      format: "numeric-date",
    },
    // Scopes email, phone, address.
    email: { meaning: "The user’s primary email address.", source: profile },
    email_verified: {
      meaning: "Whether the email address is verified.",
      source: profile,
    },
    phone_number: { meaning: "The user’s phone number.", source: profile },
    phone_number_verified: {
      meaning: "Whether the phone number is verified.",
      source: profile,
    },
    address: {
      meaning: "The user’s postal address.",
      source: coreSection("5.1.1", "AddressClaim"),
    },
    // Header.
    alg: {
      meaning: "How the token is signed. Okta uses RS256.",
      source: okta.idToken,
    },
    kid: { meaning: "The key that signed the token.", source: rfcSection(7515, "4.1.4") },
    typ: { meaning: "What kind of token this is.", source: rfcSection(7515, "4.1.9") },
    crit: {
      meaning: "Extensions that an app must understand to accept the token.",
      source: rfcSection(7515, "4.1.11"),
    },
  } satisfies Record<string, ClaimExplanation>),
);

/** An Okta user ID: `00u` and 17 letters or digits. In access tokens, `sub` is a username by default. */
const userId = /^00u[A-Za-z\d]{17}$/;

/**
 * Explains a claim, or a member of a token's header.
 *
 * @param name As in the token. An unknown name is one that an admin chose.
 * @param value Makes the explanation of some claims more precise.
 */
export function explainClaim(name: string, value: JsonValue = null): ClaimExplanation {
  if (name === "sub" && typeof value === "string" && userId.test(value)) {
    return { meaning: "The Okta user ID. It never changes.", source: okta.idToken };
  }
  const known = explanations.get(name);
  if (known) return known;
  if (/group/i.test(name)) {
    return { meaning: "Groups of the user, in a custom claim.", source: okta.groupsClaim };
  }
  return isListOfTexts(name, value)
    ? { meaning: "A custom claim. Its list may be groups.", source: okta.groupsClaim }
    : { meaning: "A custom claim. An admin probably added it.", source: okta.createServer };
}
