import type { TestOrg } from "../../../test-support/test-org.ts";
import { type ApiResponse, callApi, parseId } from "../test-api-client.ts";

export const everyone = "00geveryoneDemoOr0h7";
export const it = "00goeudyucv6CcaeV0h7";
export const ingrid = "00uixa271s6x7qt8I0h7";

export const isaac = {
  login: "isaac.brock@example.com",
  email: "isaac.brock@example.com",
  firstName: "Isaac",
  lastName: "Brock",
};

export async function createIsaac(org: TestOrg, more: object = {}): Promise<string> {
  return parseId(await callApi(org, "POST", "/users", { profile: isaac, ...more }));
}

export function loginsOf({ body }: ApiResponse): string[] {
  return Array.isArray(body) ? body.map(({ profile }) => profile.login) : [];
}
