import { expect, test } from "vitest";
import { clientId, createTestOrg, type TestOrg } from "../../test-support/test-org.ts";
import { type ApiResponse, callApi } from "./test-api-client.ts";

const user = "/users/00uixa271s6x7qt8I0h7";
const app = `/apps/${clientId}`;

test.each([
  ["/users"],
  [`${user}/groups`],
  ["/groups"],
  ["/groups/00geveryoneDemoOr0h7/users"],
  ["/groups/00geveryoneDemoOr0h7/apps"],
  ["/apps"],
  [`${app}/users`],
  [`${app}/groups`],
  [`${app}/credentials/secrets`],
  [`${app}/federated-claims`],
  ["/trustedOrigins"],
  ["/authorizationServers"],
  ["/authorizationServers/default/scopes"],
  ["/logs"],
])("%s refuses an invalid cursor", async (path) => {
  const org = await createTestOrg();
  for (const after of ["nonsense", "", "%00", "a*b"])
    expect(await callApi(org, "GET", `${path}?after=${after}`)).toMatchObject({
      status: 400,
      body: {
        errorCode: "E0000029",
        errorSummary: "Invalid paging request.",
        errorCauses: [{ errorSummary: "Invalid cursor." }],
      },
    });
  expect((await callApi(org, "GET", path)).status).toBe(200);
});

test("a script can delete each page before it requests the next", async () => {
  const org = await createTestOrg();
  const names = ["One", "Two", "Three", "Four", "Five"].map((name) => `Temporary ${name}`);
  for (const name of names) await callApi(org, "POST", "/groups", { profile: { name } });

  const seen: string[] = [];
  let page: ApiResponse | undefined = await callApi(org, "GET", "/groups?q=temporary&limit=2");
  while (page) {
    const groups: { id: string; profile: { name: string } }[] = Array.isArray(page.body)
      ? page.body
      : [];
    for (const { id, profile } of groups) {
      seen.push(profile.name);
      await callApi(org, "DELETE", `/groups/${id}`);
    }
    page = await follow(org, page);
  }
  expect(seen).toEqual(names);
});

async function follow(org: TestOrg, { headers }: ApiResponse): Promise<ApiResponse | undefined> {
  const next = /<https:\/\/org\.example\/api\/v1([^>]+)>; rel="next"/.exec(
    headers.get("Link") ?? "",
  );
  return next?.[1] === undefined ? undefined : callApi(org, "GET", next[1]);
}
