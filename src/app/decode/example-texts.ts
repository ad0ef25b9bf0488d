import { encodeBase64Url } from "../../oidc/base64url.ts";
import type { JsonObject } from "../../oidc/json.ts";

/** A domain that can't exist: RFC 6761 §6.5. */
const issuer = "https://login.example";
const clientId = "0oaExampleApp0000000";
const issuedAtSeconds = Date.UTC(2026, 0, 15, 9, 0) / 1000;

const baseClaims = {
  sub: "00uExampleUser000000",
  ver: 1,
  iss: issuer,
  aud: clientId,
  iat: issuedAtSeconds,
  exp: issuedAtSeconds + 3600,
  jti: "ID.example-token-that-nobody-signed",
  amr: ["pwd"],
  idp: "00oExampleOrg0000000",
  nonce: "example-nonce",
  auth_time: issuedAtSeconds,
};

const keptClaims = {
  name: "Erin Example",
  preferred_username: "erin@example.com",
  email: "erin@example.com",
};

const fatIdToken = {
  ...baseClaims,
  ...keptClaims,
  given_name: "Erin",
  family_name: "Example",
  zoneinfo: "Europe/Oslo",
  email_verified: true,
  groups: ["Everyone", "Example group"],
};

const thinIdToken = { ...baseClaims, ...keptClaims };

const accessToken = {
  ver: 1,
  jti: "AT.example-token-that-nobody-signed",
  iss: issuer,
  aud: issuer,
  sub: "erin@example.com",
  iat: issuedAtSeconds,
  exp: issuedAtSeconds + 3600,
  cid: clientId,
  uid: "00uExampleUser000000",
  scp: ["openid", "profile", "email", "groups"],
};

const callback = "https://app.example.com/callback";

/** Made-up texts to try the page with. Nobody signed their tokens. */
export const examples: readonly { name: string; buildText: () => string }[] = [
  {
    name: "Callback URL",
    buildText: () =>
      `${callback}#id_token=${buildToken(thinIdToken)}&access_token=${buildToken(accessToken)}&token_type=Bearer&expires_in=3600&scope=openid+profile+email+groups&state=example-state`,
  },
  {
    name: "Cut-off token",
    buildText: () => `2026-01-15T09:00:01Z DEBUG id_token=${buildToken(fatIdToken).slice(0, 600)}…`,
  },
  {
    name: "Authorize URL",
    buildText: () =>
      `${issuer}/oauth2/v1/authorize?client_id=${clientId}&response_type=id_token&scope=openid,profile,groups&redirect_uri=${encodeURIComponent(callback)}&nonce=example-nonce`,
  },
  {
    name: "Error URL",
    buildText: () =>
      `${callback}#state=example-state&error=access_denied&error_description=User+is+not+assigned+to+the+client+application.`,
  },
];

function buildToken(claims: JsonObject): string {
  const parts = [
    JSON.stringify({ kid: "example", alg: "RS256" }),
    JSON.stringify(claims),
    "nobody signed this",
  ];
  return parts.map((part) => encodeBase64Url(new TextEncoder().encode(part))).join(".");
}
