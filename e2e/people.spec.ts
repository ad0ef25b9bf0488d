import { expect, test } from "./fixtures.ts";
import { findGroups } from "./support/claims.ts";
import { findRegion } from "./support/regions.ts";

test.describe("who signs in decides", () => {
  const people = [
    ["new.user@example.com", "a person in no other group has Everyone alone", ["Everyone"]],
    [
      "directory.user@example.com",
      "groups imported from a directory pass no filter",
      ["Everyone", "IT"],
    ],
  ] as const;
  for (const [person, promise, names] of people)
    test(promise, async ({ page, sendRequest }) => {
      await sendRequest({ tokenType: "ID token", scopes: ["openid", "groups"], person });
      await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText(names);
    });

  test("a person with more than 100 groups gets no token, and is told why", async ({
    page,
    sendRequest,
  }) => {
    await sendRequest({ scopes: ["openid", "groups"], person: "many.groups@example.com" });

    const alert = page.getByRole("alert");
    await expect(alert.getByRole("heading")).toHaveText("More than 100 groups match");
    await expect(alert).toContainText("server_error");
    await expect(alert).toContainText("Narrow the filter of the groups claim");
    await expect(
      findRegion(page, "Where are the groups?").getByRole("heading", {
        name: "More than 100 groups match",
      }),
    ).toBeVisible();
    await expect(findRegion(page, "ID token")).toHaveCount(0);
  });

  test("and somebody else can, though the org remembers who did", async ({
    page,
    sendRequest,
    signIn,
  }) => {
    await sendRequest({ scopes: ["openid", "groups"], person: "outside.user@example.com" });
    await expect(page.getByRole("alert")).toContainText("sign in as somebody who is assigned");
    await page.getByRole("button", { name: "Sign in as somebody else" }).click();
    await signIn("joe.user@example.com");
    await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText([
      "Midwest Sales",
      "Everyone",
    ]);
  });
});
