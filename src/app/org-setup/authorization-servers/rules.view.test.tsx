import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { groupSchema, policySchema } from "../api/okta-objects.ts";
import { server } from "../api/test-objects.ts";
import { refuse, renderForm } from "../form/test-form.tsx";
import { ResourceForm } from "../resource/ResourceForm.tsx";
import { buildRules } from "./rules.tsx";

const policy = v.parse(policySchema, {
  id: "00p1",
  name: "All",
  priority: 1,
  status: "ACTIVE",
  conditions: { clients: { include: [] } },
});
const group = v.parse(groupSchema, {
  id: "00g1",
  created: "2019-11-01T08:00:00.000Z",
  type: "OKTA_GROUP",
  profile: { name: "IT" },
});

const form = (
  <ResourceForm
    resource={buildRules(server, policy, { groups: [group], scopes: [] })}
    before={undefined}
    onOutdated={() => undefined}
    onDone={() => undefined}
  />
);

const groups = page.getByRole("group", { name: "Groups" });
const grants = page.getByRole("group", { name: "IF Grant type is" });
const chooseGroups = () =>
  page
    .getByRole("combobox", { name: "AND User is" })
    .selectOptions("Assigned the app and a member of one of the following");

describe("the form of a rule", () => {
  test("shows the org's error for missing people at the groups", async () => {
    const message = "At least one must contain a valid user or group.";
    await renderForm(form, refuse("conditions.people", message));
    await chooseGroups();
    await page.getByRole("button", { name: "Create rule" }).click();
    await expect.element(groups).toHaveAccessibleDescription(expect.stringContaining(message));
    await expect.element(groups.getByRole("checkbox", { name: "IT" })).toHaveFocus();
  });

  test("has no checkbox for refresh tokens, like the console", async () => {
    const saved = await renderForm(form);
    expect(grants.getByRole("checkbox", { name: "Refresh Token" }).elements()).toHaveLength(0);
    await page.getByRole("button", { name: "Create rule" }).click();
    const include = ["client_credentials", "authorization_code", "implicit"];
    await expect
      .poll(() => saved)
      .toMatchObject([{ body: { conditions: { grantTypes: { include } } } }]);
  });

  test("says whether a group is needed before it is sent", async () => {
    await renderForm(form);
    await chooseGroups();
    await expect.element(groups).toHaveAccessibleDescription(/^Choose a group/);
    await grants.getByRole("checkbox", { name: "Authorization Code" }).click();
    await expect.element(groups).toHaveAccessibleDescription(/^Choose a group/);
    await grants.getByRole("checkbox", { name: "Implicit (hybrid)" }).click();
    await expect
      .element(groups)
      .toHaveAccessibleDescription("Without a group, the rule matches no users.");
    await groups.getByRole("checkbox", { name: "IT" }).click();
    await expect.element(groups).toHaveAccessibleDescription("");
  });
});
