import { expect, test } from "./fixtures.ts";
import { findGroups } from "./support/claims.ts";
import { findRegion } from "./support/regions.ts";

test("a code is exchanged for a fat ID token with groups, and for an access token", async ({
  page,
  chooseOrg,
  sendRequest,
}) => {
  await page.goto("./?token=code");
  await chooseOrg();
  await sendRequest({ scopes: ["openid", "profile", "groups"] });

  const idToken = findRegion(page, "ID token");
  await expect(idToken.getByRole("status")).toContainText("Fat ID token");
  await expect(findGroups(idToken, "groups")).toHaveText(["Everyone", "IT"]);
  await expect(findRegion(page, "Access token")).toContainText("Opaque");
});
