/** What a landing needs: a fragment, and the request that this tab is to have sent for it. */
export type LandingSetup = { readonly fragment: string; readonly request: object };

const state = "bench-state";
const nonce = "bench-nonce";

/**
 * Makes a landing with an ID token that holds so many groups. The token is not signed: the times up to the groups
 * being visible do not wait for that.
 */
export function makeLanding(pageUrl: string, groupCount: number): LandingSetup {
  const now = Math.floor(Date.now() / 1000);
  const orgUrl = `${pageUrl}demo-org`;
  const claims = {
    sub: "00uixa271s6x7qt8I0h7",
    name: "It User",
    email: "it.user@example.com",
    ver: 1,
    iss: orgUrl,
    aud: "0oaoiuhhch8VRtBnC0h7",
    iat: now,
    exp: now + 3600,
    jti: "ID.ewMNfSvcpuqyS93OgVeCN3F2LseqROkyYjz7DNb9yhs",
    amr: ["pwd"],
    idp: "00oixa26ycdNcX0VT0h7",
    nonce,
    preferred_username: "it.user@example.com",
    auth_time: now,
    groups: Array.from({ length: groupCount }, (_, index) => `Group ${index} of the organisation`),
  };
  const idToken = [{ kid: "bench", alg: "RS256" }, claims].map(encode).join(".");
  return {
    fragment: `#id_token=${idToken}.c2lnbmF0dXJl&state=${state}`,
    request: {
      state,
      nonce,
      org: "demo",
      orgUrl,
      server: { kind: "org" },
      clientId: claims.aud,
      responseType: "id_token",
      scopes: ["openid", "profile", "email", "groups"],
      query: "",
    },
  };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
