import { coreSection, okta, rfcSection, type Source } from "../sources.ts";

export type ClaimExplanation = {
  /** One sentence. */
  meaning: string;
  source?: Source;
  /** Set where the value is a time: NumericDate seconds, RFC 7519 §2. */
  format?: "numeric-date";
};

const profile = coreSection("5.1", "StandardClaims");
const idToken = coreSection("2", "IDToken");

const explanations = new Map<string, ClaimExplanation>(
  Object.entries({
    // Every token.
    iss: {
      meaning: "The authorization server that issued the token.",
      source: rfcSection(7519, "4.1.1"),
    },
    sub: {
      meaning:
        "Who the token is about: in an ID token the Okta user ID, in an access token the login, unless an admin has changed that.",
      source: okta.idToken,
    },
    aud: {
      meaning:
        "For whom the token is meant: an ID token for the client, an access token for an API.",
      source: rfcSection(7519, "4.1.3"),
    },
    exp: {
      meaning: "When the token expires.",
      source: rfcSection(7519, "4.1.4"),
      format: "numeric-date",
    },
    nbf: {
      meaning: "Before this time the token is not to be accepted.",
      source: rfcSection(7519, "4.1.5"),
      format: "numeric-date",
    },
    iat: {
      meaning: "When the token was issued.",
      source: rfcSection(7519, "4.1.6"),
      format: "numeric-date",
    },
    jti: {
      meaning: "The token’s own ID: Okta begins it with ID. or AT.",
      source: rfcSection(7519, "4.1.7"),
    },
    ver: { meaning: "The version of Okta’s token format.", source: okta.idToken },
    auth_time: {
      meaning: "When the person last signed in.",
      source: idToken,
      format: "numeric-date",
    },
    acr: { meaning: "How strongly the person was authenticated.", source: idToken },
    // ID token.
    amr: {
      meaning: "How the person signed in: pwd is a password, mfa more than one factor.",
      source: rfcSection(8176, "2"),
    },
    idp: {
      meaning:
        "The identity provider that the person signed in with: the org itself, or one linked to it.",
      source: okta.idToken,
    },
    nonce: {
      meaning: "The value that the request sent, which ties the token to that request.",
      source: idToken,
    },
    at_hash: {
      meaning:
        "A hash of the access token that was issued with this ID token, which ties the two together.",
      source: coreSection("3.2.2.10", "ImplicitIDToken"),
    },
    c_hash: {
      meaning: "A hash of the authorization code that was issued with this ID token.",
      source: coreSection("3.3.2.11", "HybridIDToken"),
    },
    azp: { meaning: "The client that the ID token was issued to.", source: idToken },
    sid: { meaning: "The session that the token belongs to." },
    // Access token.
    cid: { meaning: "The client that the access token was issued to.", source: okta.accessToken },
    uid: {
      meaning: "The Okta user ID of the person; absent where an app acts for itself.",
      source: okta.accessToken,
    },
    scp: { meaning: "The scopes that were granted.", source: okta.accessToken },
    // Groups.
    groups: {
      meaning:
        "The person’s groups that match the groups claim of the app or of the authorization server.",
      source: okta.groupsClaim,
    },
    // Scope profile.
    name: { meaning: "The person’s full name.", source: profile },
    given_name: { meaning: "The person’s first name.", source: profile },
    middle_name: { meaning: "The person’s middle name.", source: profile },
    family_name: { meaning: "The person’s last name.", source: profile },
    nickname: { meaning: "What the person likes to be called.", source: profile },
    preferred_username: {
      meaning: "The name that the person signs in with; it can change, so it is no key.",
      source: profile,
    },
    profile: { meaning: "The person’s profile page.", source: profile },
    picture: { meaning: "The person’s picture.", source: profile },
    website: { meaning: "The person’s website.", source: profile },
    gender: { meaning: "The person’s gender.", source: profile },
    birthdate: { meaning: "The person’s birthday, or only its year.", source: profile },
    zoneinfo: { meaning: "The person’s time zone.", source: profile },
    locale: { meaning: "The person’s language and region.", source: profile },
    updated_at: {
      meaning: "When the person’s profile last changed.",
      source: profile,
      format: "numeric-date",
    },
    // Scopes email, phone, address.
    email: { meaning: "The person’s primary e-mail address.", source: profile },
    email_verified: {
      meaning: "Whether that address is known to be the person’s.",
      source: profile,
    },
    phone_number: { meaning: "The person’s phone number.", source: profile },
    phone_number_verified: {
      meaning: "Whether that number is known to be the person’s.",
      source: profile,
    },
    address: {
      meaning: "The person’s postal address.",
      source: coreSection("5.1.1", "AddressClaim"),
    },
    // Header.
    alg: {
      meaning: "How the token is signed: Okta signs with RS256.",
      source: rfcSection(7515, "4.1.1"),
    },
    kid: { meaning: "Which of the server’s keys signed it.", source: rfcSection(7515, "4.1.4") },
    typ: { meaning: "What kind of token this is.", source: rfcSection(7515, "4.1.9") },
    crit: {
      meaning: "Extensions that whoever reads the token must understand.",
      source: rfcSection(7515, "4.1.11"),
    },
  } satisfies Record<string, ClaimExplanation>),
);

/**
 * Says what a claim, or a member of a token's header, means.
 *
 * @param name As it stands in the token; whatever nobody has registered is the authorization server's own.
 */
export function explainClaim(name: string): ClaimExplanation {
  const known = explanations.get(name);
  if (known) return known;
  return /group/i.test(name)
    ? {
        meaning: "Groups of the person, under a name that an admin of this org has chosen.",
        source: okta.groupsClaim,
      }
    : { meaning: "A claim that an admin of this org has added.", source: okta.createServer };
}
