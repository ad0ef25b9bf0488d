import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import {
  groupSchema,
  type PolicyRule,
  policyRuleSchema,
  policySchema,
} from "../../org-api/okta-objects.ts";
import { noLists, server } from "../../org-api/test-objects.ts";
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

/** A rule with members that the page doesn't show: single users, exclusions, an inline hook. */
const rule = v.parse(policyRuleSchema, {
  id: "0pr1",
  type: "RESOURCE_ACCESS",
  name: "IT alone",
  priority: 2,
  status: "INACTIVE",
  system: false,
  conditions: {
    people: {
      users: { include: ["00u1"], exclude: ["00u2"] },
      groups: { include: ["00g1"], exclude: ["00g2"] },
    },
    grantTypes: { include: ["implicit"] },
    scopes: { include: ["openid", "groups"] },
  },
  actions: {
    token: {
      accessTokenLifetimeMinutes: 60,
      refreshTokenLifetimeMinutes: 0,
      refreshTokenWindowMinutes: 10_080,
      inlineHook: null,
    },
  },
  created: "2019-11-01T08:00:00.000Z",
});

const showForm = (before?: PolicyRule) => (
  <ResourceForm
    resource={buildRules(server, policy, { ...noLists, groups: [group] })}
    before={before}
    onOutdated={() => undefined}
    onDone={() => undefined}
  />
);
const form = showForm();
const renderRule = (it: PolicyRule) => renderForm(showForm(it), { kind: "answered", body: it });
const update = () => page.getByRole("button", { name: "Update rule" }).click();
const select = (name: string, option: string) =>
  page.getByRole("combobox", { name }).selectOptions(option);

const groups = page.getByRole("group", { name: "Groups" });
const grants = page.getByRole("group", { name: "IF Grant type is" });
const chooseGroups = () =>
  page
    .getByRole("combobox", { name: "AND User is" })
    .selectOptions("Assigned the app and a member of one of the following");

describe("the form of a rule", () => {
  test("sends an unedited rule back unchanged", async () => {
    const saved = await renderRule(rule);
    await update();
    const { id, system, created, ...body } = rule;
    await expect.poll(() => saved).toMatchObject([{ method: "PUT", body }]);
    expect(Object.keys(saved[0]?.body ?? {}).toSorted()).toEqual(Object.keys(body).toSorted());
  });

  test("uses Okta's values for everyone and any scope, and shows them", async () => {
    const saved = await renderRule(rule);
    await select("AND User is", "Any user assigned the app");
    await select("AND Scopes requested", "Any scopes");
    await update();
    await expect
      .poll(() => saved)
      .toMatchObject([
        {
          body: {
            conditions: {
              people: { groups: { include: ["EVERYONE"], exclude: ["00g2"] } },
              scopes: { include: ["*"] },
            },
          },
        },
      ]);
    expect(page.getByRole("group", { name: "Groups" }).elements()).toHaveLength(0);
    await select("AND Scopes requested", "The following scopes");
    const scopes = page.getByRole("group", { name: "Scopes" });
    await expect.element(scopes.getByRole("checkbox", { name: "openid" })).toBeChecked();
  });

  test.each([
    [" 5 ", 5],
    ["0", 0],
    ["soon", "soon"],
    ["5.5", "5.5"],
    ["-5", "-5"],
    ["", ""],
  ])("sends a lifetime of %j as %j, which the org validates", async (typed, sent) => {
    const saved = await renderForm(form);
    await page.getByRole("textbox", { name: "THEN Access token lifetime is" }).fill(typed);
    await page.getByRole("button", { name: "Create rule" }).click();
    await expect
      .poll(() => saved)
      .toMatchObject([{ body: { actions: { token: { accessTokenLifetimeMinutes: sent } } } }]);
  });

  test("shows the org's error for missing people at the groups", async () => {
    const message = "At least one must contain a valid user or group.";
    await renderForm(form, refuse("conditions.people", message));
    await chooseGroups();
    await page.getByRole("button", { name: "Create rule" }).click();
    await expect.element(groups).toHaveAccessibleDescription(expect.stringContaining(message));
    await expect.element(groups.getByRole("checkbox", { name: "IT" })).toHaveFocus();
  });

  test("shows the org's error for a refresh token's lifetime at its field", async () => {
    const message = "Must be between accessTokenLifetimeMinutes and refreshTokenLifetimeMinutes";
    await renderForm(form, refuse("refreshTokenWindowMinutes", message));
    await page.getByRole("button", { name: "Create rule" }).click();
    const field = page.getByRole("textbox", { name: "but will expire if not used every" });
    await expect.element(field).toHaveAccessibleDescription(expect.stringContaining(message));
    await expect.element(field).toHaveFocus();
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
