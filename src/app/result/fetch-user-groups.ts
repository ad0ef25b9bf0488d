import { isJsonObject, readMember } from "../../oidc/json.ts";
import type { UserGroup } from "../../okta/reason.ts";
import { demoApiToken, fetchFromDemoOrg } from "../demo-org-api.ts";

/**
 * A demo user's groups, to tell which ones a groups claim left out.
 *
 * @returns `undefined` where the org does not list them.
 * @see Okta: Users API, list all groups of a user
 */
export async function fetchUserGroups(
  orgUrl: string,
  userId: string,
): Promise<readonly UserGroup[] | undefined> {
  const url = `${orgUrl}/api/v1/users/${encodeURIComponent(userId)}/groups`;
  const groups = await fetchFromDemoOrg(url, {
    headers: { Authorization: `SSWS ${demoApiToken}` },
  });
  if (!Array.isArray(groups)) return undefined;
  return groups.flatMap((group) => {
    const profile = isJsonObject(group) ? readMember(group, "profile") : undefined;
    const name = isJsonObject(profile) ? readMember(profile, "name") : undefined;
    const type = isJsonObject(group) ? readMember(group, "type") : undefined;
    return typeof name === "string" ? [{ name, isImported: type === "APP_GROUP" }] : [];
  });
}
