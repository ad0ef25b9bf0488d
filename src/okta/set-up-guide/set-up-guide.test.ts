import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { buildApp, buildClaim, buildServer, buildSetUp } from "../causes/test-set-up.ts";
import type { SetUpChange } from "../set-up-change.ts";
import { listConsoleSteps } from "./console-steps.ts";
import { assumeSetUpBehind, findSetUpBehind } from "./set-up-behind.ts";
import { writeShellScript } from "./shell-commands.ts";
import { writeTerraform } from "./terraform.ts";

const server = { id: "aus1", name: "My server" };
const app = { id: "0oa1", name: "My app" };
const user = { id: "00u1", name: "it.user@example.com" };
const policy = { id: "00p1", name: "My policy" };
const rule = { name: "Implicit", grantTypes: ["implicit"], scopes: "any" } as const;
const all = { kind: "filter", type: "REGEX", value: ".*" } as const;

const myRule = { id: "0pr1", name: "My rule" };
const changeRule = { kind: "change_rule", server, policy, rule: myRule } as const;

const changes: readonly SetUpChange[] = [
  { kind: "set_app_groups_claim", app, name: "groups", value: all },
  {
    kind: "set_app_groups_claim",
    app,
    name: "groups",
    value: { kind: "expression", expression: 'a ? "b" : "c"' },
  },
  { kind: "change_app", app, to: { responseTypes: ["id_token"], grantTypes: ["implicit"] } },
  { kind: "change_app", app, to: { isActive: true } },
  { kind: "change_app", app, to: { redirectUris: ["http://localhost:5173/"] } },
  { kind: "change_app", app, to: { profile: { groupallowlist: ["00g1"] } } },
  { kind: "assign_user", app, user },
  { kind: "add_to_group", user, group: { id: "00g1", name: "IT" } },
  { kind: "activate_user", user, step: "activate" },
  { kind: "activate_user", user, step: "unsuspend" },
  { kind: "activate_server", server },
  { kind: "add_scope", server, scope: "groups" },
  { kind: "add_claim", server, claim: { ...buildClaim(), value: all } },
  { kind: "change_claim", server, claim: { id: "ocl1", name: "groups" }, to: { isAlways: true } },
  { kind: "change_claim", server, claim: { id: "ocl1", name: "groups" }, to: { scopes: [] } },
  { kind: "add_policy", server, app, name: "For My app", rule },
  { kind: "add_rule", server, policy, rule },
  { kind: "change_policy", server, policy, to: { client: app } },
  { kind: "change_policy", server, policy, to: { isActive: true } },
  { ...changeRule, to: { scopes: ["groups"], grantTypes: ["implicit"] } },
  { ...changeRule, to: { people: "everyone" } },
];

/** Runs a script with stubs of `curl` and `jq` that print their arguments. */
function runInShell(script: string): readonly string[] {
  const prelude = [
    "curl() { printf 'curl\\0' >>\"$OUT\"; printf '%s\\0' \"$@\" >>\"$OUT\"; cat >/dev/null </dev/null; echo '{}'; }",
    'jq() { printf \'jq\\0\' >>"$OUT"; printf \'%s\\0\' "$@" >>"$OUT"; cat >/dev/null; echo 00pNEW; }',
    "OUT=$(mktemp); export OUT",
  ].join("\n");
  const { stdout, stderr, status } = spawnSync(
    "sh",
    ["-c", `${prelude}\n{\n${script}\n} >/dev/null\ncat "$OUT"; rm "$OUT"`],
    {
      encoding: "utf8",
      env: { ...process.env, OKTA_ORG: "https://dev-1.okta.com", OKTA_API_TOKEN: "t" },
    },
  );
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return stdout.split("\0");
}

const title = (change: SetUpChange) =>
  `${change.kind} ${"to" in change ? Object.keys(change.to) : ""}`;

describe.each(changes.map((change) => [title(change), change] as const))("%s", (_title, change) => {
  test("has steps in the Admin Console", () => {
    const steps = listConsoleSteps(change);
    expect(steps.length).toBeGreaterThan(0);
    for (const step of steps) expect(step).not.toMatch(/undefined|\[object/);
  });

  test("has a resource of the Terraform provider", () => {
    expect(writeTerraform(change)).toMatch(/^resource "okta_\w+" "example" \{\n[\s\S]*\n\}$/);
    expect(writeTerraform(change)).not.toContain("undefined");
  });

  test.skipIf(process.platform === "win32")("has a shell script that sends valid requests", () => {
    const run = runInShell(writeShellScript(change));
    expect(run).toContain("curl");
    expect(
      run.filter((it) => it.startsWith("https://dev-1.okta.com/api/v1/")).length,
    ).toBeGreaterThan(0);
    const bodies = run.filter((_it, index) => run[index - 1] === "--data" && run[index] !== "@-");
    for (const body of bodies) expect(() => JSON.parse(body)).not.toThrow();
  });
});

test.skipIf(process.platform === "win32")(
  "the shell script sends the IDs that the reader sets",
  () => {
    const ids = ["00u1", "0oa1"];
    for (const change of changes) {
      const script = writeShellScript(change);
      const own = ids.reduce((text, id) => text.replace(`_ID='${id}'`, `_ID='my ${id}'`), script);
      const run = runInShell(own).join("\n");
      for (const id of ids) {
        expect(script.includes(id)).toBe(run.includes(`my ${id}`));
        expect(run.replaceAll(`my ${id}`, "")).not.toContain(id);
      }
    }
  },
);

/** The arguments of each resource, from the provider's docs/resources. */
const documented: Readonly<Record<string, readonly string[]>> = {
  okta_app_oauth: [
    "groups_claim",
    "status",
    "grant_types",
    "response_types",
    "redirect_uris",
    "profile",
  ],
  okta_app_user: ["app_id", "user_id", "username"],
  okta_group_memberships: ["group_id", "users"],
  okta_user: ["status"],
  okta_auth_server: ["status"],
  okta_auth_server_scope: ["auth_server_id", "name", "metadata_publish"],
  okta_auth_server_claim: [
    "auth_server_id",
    "name",
    "claim_type",
    "value_type",
    "group_filter_type",
    "value",
    "always_include_in_token",
    "scopes",
    "status",
  ],
  okta_auth_server_policy: [
    "auth_server_id",
    "name",
    "description",
    "priority",
    "client_whitelist",
    "status",
  ],
  okta_auth_server_policy_rule: [
    "auth_server_id",
    "policy_id",
    "name",
    "priority",
    "grant_type_whitelist",
    "scope_whitelist",
    "group_whitelist",
    "group_blacklist",
    "user_blacklist",
    "status",
  ],
};

test.each(changes.map((change) => [title(change), change] as const))(
  "%s has only arguments that the Terraform provider documents",
  (_title, change) => {
    for (const text of writeTerraform(change).split("\n\n")) {
      const [, type = ""] = /^resource "(\w+)"/.exec(text) ?? [];
      const names = Array.from(text.matchAll(/^ {2}(\w+) +[={]/gm), ([, name]) => name);
      expect(names.length).toBeGreaterThan(0);
      expect(names.filter((name) => !documented[type]?.includes(name ?? ""))).toEqual([]);
    }
  },
);

describe("names from the org", () => {
  const interpolation = "$" + "{var.x}";
  const hostile = `it's "x" \`id\` $(id) ${interpolation} %{if true} \\ \n# y`;
  const claim = {
    name: hostile,
    token: "access_token",
    isActive: true,
    isAlways: true,
    scopes: [hostile],
    value: { kind: "expression", expression: hostile },
  } as const;
  const change: SetUpChange = { kind: "add_claim", server: { id: hostile, name: hostile }, claim };

  test.skipIf(process.platform === "win32")("stay plain text in a shell", () => {
    const run = runInShell(writeShellScript(change));
    const body = run[run.indexOf("--data") + 1] ?? "";
    expect(JSON.parse(body)).toMatchObject({
      name: hostile,
      value: hostile,
      conditions: { scopes: [hostile] },
    });
  });

  test("stay plain text in Terraform", () => {
    const terraform = writeTerraform(change);
    expect(terraform).toContain(`$${interpolation}`);
    expect(terraform).toContain("%%{if true}");
    expect(terraform).toContain('\\"x\\"');
    expect(terraform.split("\n").every((line) => /^(resource|}| {2}\w+ += )/.test(line))).toBe(
      true,
    );
  });
});

test("writeTerraform uses only escapes that the Terraform language has", () => {
  const change: SetUpChange = { kind: "add_scope", server, scope: "a\b\f\n\\b" };
  expect(writeTerraform(change)).toContain('"a\\u0008\\u000c\\n\\\\b"');
});

describe(assumeSetUpBehind, () => {
  test("returns the app's groups claim for the org server", () => {
    const found = [{ where: "ID token", claim: "groups", groups: ["IT"] } as const];
    const request = { server: { kind: "org" }, clientId: "0oa1" } as const;
    expect(assumeSetUpBehind(found, request)).toMatchObject([
      { kind: "set_app_groups_claim", name: "groups", value: all },
    ]);
  });

  test("returns one claim for each token of a custom server, and counts UserInfo as the ID token", () => {
    const found = (["ID token", "UserInfo", "Access token"] as const).map((where) => ({
      where,
      claim: "teams",
      groups: ["IT"],
    }));
    const request = { server: { kind: "custom", id: "aus1" }, clientId: "0oa1" } as const;
    expect(assumeSetUpBehind(found, request)).toMatchObject([
      { kind: "add_claim", claim: { name: "teams", token: "id_token", value: all } },
      { kind: "add_claim", claim: { name: "teams", token: "access_token", value: all } },
    ]);
  });
});

describe(findSetUpBehind, () => {
  const value = { ...all };
  const setUp = buildSetUp({
    app: buildApp({ id: app.id, label: app.name, groupsClaim: { name: "groups", value } }),
    server: buildServer({
      ...server,
      claims: [buildClaim({ name: "GroupsClaim", token: "access_token", value })],
    }),
  });

  test("returns the app's claim for the org server", () => {
    const found = [{ where: "ID token", claim: "groups", groups: ["IT"] } as const];
    const request = { server: { kind: "org" }, scopes: ["openid", "groups"] } as const;
    expect(findSetUpBehind(found, request, setUp)).toEqual([
      { kind: "set_app_groups_claim", app, name: "groups", value },
    ]);
  });

  test("returns a custom server's claim, and a scope that a new server lacks", () => {
    const found = [{ where: "Access token", claim: "GroupsClaim", groups: ["IT"] } as const];
    const request = {
      server: { kind: "custom", id: "aus1" },
      scopes: ["openid", "groups"],
    } as const;
    expect(findSetUpBehind(found, request, setUp)).toMatchObject([
      { kind: "add_scope", scope: "groups" },
      { kind: "add_claim", claim: { name: "GroupsClaim", token: "access_token", value } },
    ]);
  });

  test("adds the scopes that the claim is limited to, requested or not", () => {
    const limited = buildClaim({ name: "GroupsClaim", token: "access_token", scopes: ["groups"] });
    const found = [{ where: "Access token", claim: "GroupsClaim", groups: ["IT"] } as const];
    const request = { server: { kind: "custom", id: "aus1" }, scopes: [] } as const;
    const limitedSetUp = { ...setUp, server: buildServer({ ...server, claims: [limited] }) };
    expect(findSetUpBehind(found, request, limitedSetUp)).toMatchObject([
      { kind: "add_scope", scope: "groups" },
      { kind: "add_claim", claim: { scopes: ["groups"] } },
    ]);
  });

  test("returns nothing for a claim that the set-up does not have", () => {
    const found = [{ where: "ID token", claim: "teams", groups: ["IT"] } as const];
    expect(findSetUpBehind(found, { server: { kind: "org" }, scopes: [] }, setUp)).toEqual([]);
  });
});
