import { expect, test } from "vitest";
import { clientId, createTestOrg, redirectUri } from "../../test-support/test-org.ts";
import { changeClient, createApp } from "../management/apps/test-app-client.ts";
import { callApi } from "../management/test-api-client.ts";

const customServer = "https://org.example/oauth2/default";
const added = "https://other.example/callback";

test("the home page lists active authorization servers and redirect URIs", async () => {
  const org = await createTestOrg();
  const fetchPage = async () => (await org.openBrowser().get("/")).text();
  const before = await fetchPage();
  expect(before).toContain(customServer);
  expect(before).toContain(redirectUri);

  await callApi(org, "POST", "/authorizationServers/default/lifecycle/deactivate");
  await changeClient(org, { redirect_uris: [added] });
  const after = await fetchPage();
  expect(after).not.toContain(customServer);
  expect(after).not.toContain(redirectUri);
  expect(after).toContain(added);
});

test("the home page lists each app with its client ID and redirect URIs", async () => {
  const org = await createTestOrg();
  await createApp(org);
  const page = await (await org.openBrowser().get("/")).text();
  const [, , intranet = ""] = page.split("<h2>");
  expect(intranet).toContain("Intranet");
  expect(intranet).toContain("https://intranet.example/callback");
  expect(intranet).not.toContain(clientId);
});

test("the home page says if there is no active app", async () => {
  const org = await createTestOrg();
  await callApi(org, "POST", `/apps/${clientId}/lifecycle/deactivate`);
  expect(await (await org.openBrowser().get("/")).text()).toContain("This org has no active apps.");
});
