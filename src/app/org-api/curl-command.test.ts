import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import type { ApiCall } from "./api-call.ts";
import { buildApiCommand } from "./curl-command.ts";

const orgUrl = "https://dev-1.okta.com";
const token = "00-$(id)'`id`";

/** The arguments that curl gets when a shell runs the command. */
function runInShell(call: ApiCall): readonly string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${buildApiCommand(call)}`;
  const { stdout, stderr } = spawnSync("sh", ["-c", script], {
    encoding: "utf8",
    env: { OKTA_ORG: orgUrl, OKTA_API_TOKEN: token },
  });
  expect(stderr).toBe("");
  return stdout.split("\0").slice(0, -1);
}

describe.skipIf(process.platform === "win32")(buildApiCommand, () => {
  test("makes the same call with the user's own org and token", () => {
    const path = "/api/v1/groups?limit=200&filter=type%20eq%20%22OKTA_GROUP%22";
    expect(runInShell({ method: "GET", path })).toEqual([
      "--globoff",
      "--request",
      "GET",
      orgUrl + path,
      "--header",
      `Authorization: SSWS ${token}`,
      "--header",
      "Accept: application/json",
    ]);
  });

  test.each([
    ["quotes", "it's \"the\" team's '' '"],
    ["what a shell would run", "$(id) `id` $HOME ; id && id | id > /tmp/out #"],
    ["backslashes and line breaks", "a\\\nb\\'c\\0d\r\n"],
    ["file names for curl", "@/etc/passwd"],
    ["wildcards and history", "{a,b}[1-9]*?~!!"],
    ["other scripts", "état 管理者 👩‍👩‍👧‍👦 \u202e"],
  ])("keeps %s in a name as they are", (_case, name) => {
    const path = `/api/v1/groups/${encodeURIComponent(name)}`;
    const body = { profile: { name, description: name } };
    const sent = runInShell({ method: "PUT", path, body });
    expect(sent[3]).toBe(orgUrl + path);
    expect(sent.at(-2)).toBe("--data");
    expect(JSON.parse(sent.at(-1) ?? "")).toEqual(body);
  });
});
