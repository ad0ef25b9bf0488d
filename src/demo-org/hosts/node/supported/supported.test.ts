import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { baseUrl, clientId, createTestOrg } from "../../../test-support/test-org.ts";
import { leftOutEndpoints, leftOutGrants } from "./left-out.ts";
import { renderSupported } from "./render-supported.ts";

test("SUPPORTED.md is up to date", async () => {
  const file = fileURLToPath(new URL("../../../SUPPORTED.md", import.meta.url));
  await expect(await renderSupported()).toMatchFileSnapshot(file);
});

test("SUPPORTED.md lists endpoints of each kind", async () => {
  const text = await renderSupported();
  for (const row of [
    "| `/oauth2/{serverId}/v1/token` | POST |",
    "| `/api/v1/authn` | POST |",
    "| `/api/v1/groups/{groupId}` | DELETE, GET, PUT |",
    "| `/demo/v1/clock` | DELETE, GET, PUT |",
  ])
    expect(text).toContain(row);
});

describe("what is left out", () => {
  test.each(leftOutEndpoints)("$method $path is not offered", async ({ method, path }) => {
    const { answer } = await createTestOrg();
    const ids: Readonly<Record<string, string>> = {
      "{userId}": "it.user@example.com",
      "{serverId}": "default",
      "{appId}": clientId,
    };
    const response = await answer(
      new Request(baseUrl + path.replace(/\{\w+\}/g, (name) => ids[name] ?? name), {
        method,
        headers: { Authorization: "SSWS demo-api-token" },
        ...(method === "POST" && { body: "{}" }),
      }),
    );
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("The demo org doesn't offer");
  });

  test.each(leftOutGrants)("the grant $grantType is not offered", async ({ grantType }) => {
    const { answer } = await createTestOrg();
    const response = await answer(
      new Request(`${baseUrl}/oauth2/default/v1/token`, {
        method: "POST",
        body: new URLSearchParams({ grant_type: grantType, client_id: clientId }),
      }),
    );
    expect(await response.json()).toMatchObject({ error: "unsupported_grant_type" });
  });
});
