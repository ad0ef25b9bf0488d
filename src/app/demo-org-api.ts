import { findString } from "../oidc/find-string.ts";
import { findMember, isJsonObject, type JsonValue, parseJson } from "../oidc/json.ts";

/** The demo org's API token is public: only this browser can reach that org. */
export const demoApiToken = "demo-api-token";

const withApiToken = { headers: { Authorization: `SSWS ${demoApiToken}` } };

/**
 * Fetches the username of the demo org's session from an API that only the demo org has. Okta's sessions API returns a 404
 * without a session, which browsers report in the console.
 */
export async function fetchSignedInUser(orgUrl: string): Promise<string | undefined> {
  const session = await fetchFromDemoOrg(`${orgUrl}/demo/v1/session`, withApiToken);
  return isJsonObject(session) ? findString(session, "login") : undefined;
}

/** Fetches the usernames that can sign in. @see Okta: Users API, list users */
export async function fetchUsernames(orgUrl: string): Promise<readonly string[]> {
  const filter = encodeURIComponent('status eq "ACTIVE"');
  const users = await fetchFromDemoOrg(
    `${orgUrl}/api/v1/users?filter=${filter}&limit=200`,
    withApiToken,
  );
  if (!Array.isArray(users)) return [];
  return users.flatMap((user: JsonValue) => {
    const profile = isJsonObject(user) ? findMember(user, "profile") : undefined;
    const login = isJsonObject(profile) ? findString(profile, "login") : undefined;
    return login === undefined ? [] : [login];
  });
}

/** @returns `undefined` without a JSON response: without the worker, the static host returns a page. */
export async function fetchFromDemoOrg(
  url: string,
  init: RequestInit,
): Promise<JsonValue | undefined> {
  try {
    const response = await fetch(url, {
      ...init,
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
    });
    // Read the body also after an error, because the browser keeps an unread response open.
    const text = await response.text();
    return response.ok ? parseJson(text) : undefined;
  } catch {
    return undefined;
  }
}
