import { expect, type RequestChoice, test } from "./fixtures.ts";
import { findGroups } from "./support/claims.ts";
import { findRegion, findRuns } from "./support/regions.ts";
import { explorerPlace, findForm, findPreview, openSetUp } from "./support/set-up.ts";

const idToken = { tokenType: "ID token", scopes: ["openid", "groups"] } satisfies RequestChoice;
const ingrid = "it.user@example.com";

test.describe("of the app at the demo org", { tag: "@worker" }, () => {
  test("a response without groups links to the Sign On tab, whose preview shows what the next token has", async ({
    page,
    sendRequest,
  }) => {
    await openSetUp(page, `${explorerPlace}/sign-on`);
    const form = findForm(page, "OpenID Connect ID Token");
    const name = form.getByRole("textbox", { name: "Claim name" });
    await name.fill("");
    await form.getByRole("button", { name: "Save" }).click();
    await form.getByRole("link", { name: "Try it in Explore" }).click();
    await sendRequest({ ...idToken, person: ingrid });
    const answer = findRegion(page, "Where are the groups?");
    await expect(answer).toContainText("the app has no groups claim");

    await answer.getByRole("link", { name: "Set up the app’s Sign On tab" }).click();
    await name.fill("groups");
    await form.getByRole("combobox", { name: "Filter", exact: true }).selectOption("Starts with");
    await form.getByRole("combobox", { name: "Preview for user" }).selectOption(ingrid);
    await form.getByRole("textbox", { name: "Value" }).fill("it");
    await expect(findPreview(form).getByRole("listitem")).toHaveText(["IT"]);
    await form.getByRole("button", { name: "Save" }).click();
    await form.getByRole("link", { name: "Try it in Explore" }).click();
    const nextRequest = findRuns(page).filter({ hasText: "Next request" });
    await expect(nextRequest).toHaveAttribute("aria-current", "true");
    await expect(nextRequest).toBeFocused();
    await expect(findRegion(page, "Prediction")).toBeVisible();
    await sendRequest(idToken);
    await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText(["IT"]);
  });
});
