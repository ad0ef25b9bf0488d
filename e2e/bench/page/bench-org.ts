import { type OrgProcess, startOrgProcess } from "../../support/org-process.ts";
import { nodeOrg } from "../../support/targets.ts";

const headers = { authorization: "SSWS demo-api-token" };

/** Users by the number of groups in their ID token. */
export const users = { 2: "it.user@example.com", 100: "many.groups@example.com" } as const;

/** Starts a demo org in Node, whose `many.groups@example.com` has 100 groups: with more, Okta issues no ID token. */
export async function startBenchOrg(redirectUris: readonly string[]): Promise<OrgProcess> {
  const org = await startOrgProcess(redirectUris);
  const api = `${org.url}/api/v1`;
  const response = await fetch(`${api}/users/${users[100]}`, { headers });
  const { id: userId } = Object(await response.json());
  const groups = await fetch(`${api}/users/${userId}/groups?limit=200`, { headers });
  const groupIds: string[] = Object(await groups.json())
    .filter(({ type }: { type: string }) => type === "OKTA_GROUP")
    .map(({ id }: { id: string }) => id);
  for (const groupId of groupIds.slice(99))
    await fetch(`${api}/groups/${groupId}/users/${userId}`, { method: "DELETE", headers });
  return org;
}

/** Signs a user in for an authorization request, without a page. @returns The address with the response. */
export async function fetchResponseUrl(request: URL, username: string): Promise<string> {
  const authenticated = await fetch(`${request.origin}/api/v1/authn`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password: nodeOrg.password }),
  });
  const { sessionToken } = Object(await authenticated.json());
  const authorize = new URL(request);
  authorize.searchParams.set("sessionToken", sessionToken);
  const redirect = await fetch(authorize, { redirect: "manual" });
  const location = redirect.headers.get("location");
  if (!location || !/[#?](id_token|code)=/.test(location))
    throw new Error(
      `The org returned neither an ID token nor a code: ${location ?? redirect.status}`,
    );
  return location;
}
