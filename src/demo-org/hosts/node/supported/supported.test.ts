import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { baseUrl, clientId, createTestOrg } from "../../../test-support/test-org.ts";
import { renderSupported } from "./render-supported.ts";

const text = await renderSupported();

test("SUPPORTED.md is up to date", async () => {
  const file = fileURLToPath(new URL("../../../SUPPORTED.md", import.meta.url));
  await expect(text).toMatchFileSnapshot(file);
});

test("SUPPORTED.md lists endpoints of each kind", () => {
  for (const row of [
    "| `/oauth2/{serverId}/v1/token` | POST |",
    "| `/api/v1/authn` | POST |",
    "| `/api/v1/groups/{groupId}` | DELETE, GET, PUT |",
    "| `/demo/v1/clock` | DELETE, GET, PUT |",
  ])
    expect(text).toContain(row);
});

describe('under "Left out" in SUPPORTED.md', () => {
  const [endpoints = "", grants = ""] = text
    .slice(text.indexOf("## Left out"))
    .split(/\| grant \||\| expression \|/);
  const listed = [...endpoints.matchAll(/^\| `(GET|POST) (\S+)` \|/gm)].map(
    ([, method = "", path = ""]) => [method, path] as const,
  );
  const grantTypes = [...grants.matchAll(/^\| `(\S+)` \|/gm)].map(([, name = ""]) => name);

  test("some endpoints and grants are listed", () => {
    expect(listed.map(([, path]) => path)).toContain("/oauth2/v1/par");
    expect(grantTypes).toContain("password");
  });

  test.each(listed)("%s %s is refused", async (method, path) => {
    const { fetch } = await createTestOrg();
    const ids: Readonly<Record<string, string>> = {
      "{userId}": "it.user@example.com",
      "{serverId}": "default",
      "{appId}": clientId,
    };
    const response = await fetch(
      new Request(baseUrl + path.replace(/\{\w+\}/g, (name) => ids[name] ?? name), {
        method,
        headers: { Authorization: "SSWS demo-api-token" },
        ...(method === "POST" && { body: "{}" }),
      }),
    );
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("The demo org doesn't offer");
  });

  test.each(grantTypes)("the grant %s is refused", async (grantType) => {
    const { fetch } = await createTestOrg();
    const response = await fetch(
      new Request(`${baseUrl}/oauth2/default/v1/token`, {
        method: "POST",
        body: new URLSearchParams({ grant_type: grantType, client_id: clientId }),
      }),
    );
    expect(await response.json()).toMatchObject({ error: "unsupported_grant_type" });
  });
});
