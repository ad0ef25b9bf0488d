import { expect, test } from "vitest";
import { createTestOrg } from "../../test-support/test-org.ts";

test("the signed-in user is named, and nobody is no error", async () => {
  const browser = (await createTestOrg()).openBrowser();
  const load = async () => {
    const response = await browser.get("/demo/v1/session", {
      Authorization: "SSWS demo-api-token",
    });
    return [response.status, await response.json()];
  };
  expect(await load()).toEqual([200, { login: null }]);
  await browser.signIn("it.user@example.com");
  expect(await load()).toEqual([200, { login: "it.user@example.com" }]);
  expect((await browser.get("/demo/v1/session")).status).toBe(401);
});
