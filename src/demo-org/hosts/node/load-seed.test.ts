import { describe, expect, test } from "vitest";
import { writeOrgFile } from "../../http/controls/org-file.ts";
import { seedConfiguration } from "../../seed/configuration.ts";
import { loadSeed } from "./load-seed.ts";
import { describeProblem } from "./start-problem.ts";
import { withFile } from "./test-file.ts";

const file = JSON.stringify(writeOrgFile(seedConfiguration));
const deepList = "[".repeat(5000) + "]".repeat(5000);

/** The message when the org is started from a file with this content; undefined if it starts. */
async function tryToStart(path: string): Promise<string | undefined> {
  const seed = await loadSeed(path);
  return seed.kind === "problem"
    ? describeProblem({ code: "seed", problem: seed.problem })
    : undefined;
}

describe(loadSeed, () => {
  test("accepts an exported file, also with a byte order mark", async () => {
    for (const content of [file, `\uFEFF${file}`])
      expect(await withFile(content, loadSeed)).toEqual({
        kind: "seed",
        configuration: seedConfiguration,
      });
  });

  test("explains that there is no such file", async () => {
    expect(await tryToStart("/nowhere/org.json")).toMatch(/^Can't read \/nowhere\/org\.json: /);
  });

  test.each([
    ["no JSON", "{", "is not JSON"],
    ["no org", '{"format":"okta-groups-explorer/org"}', "version: Is missing"],
    [
      "nesting that is too deep to export",
      file.replace('"profile":{', `"profile":{"deep":${deepList},`),
      "Must be nested at most 64 levels deep",
    ],
  ])("explains what is wrong with %s", async (_case, content, sentence) => {
    expect(await withFile(content, tryToStart)).toContain(sentence);
  });
});
