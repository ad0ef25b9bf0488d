import { describe, expect, test } from "vitest";
import { writeOrgFile } from "../../http/controls/org-file.ts";
import { seedConfiguration } from "../../seed/configuration.ts";
import { loadSeed } from "./load-seed.ts";
import { withFile } from "./test-file.ts";

const file = JSON.stringify(writeOrgFile(seedConfiguration));
const deepList = "[".repeat(5000) + "]".repeat(5000);

describe(loadSeed, () => {
  test("accepts an exported file, with or without a byte order mark", async () => {
    for (const content of [file, `\uFEFF${file}`])
      expect(await withFile(content, loadSeed)).toEqual(seedConfiguration);
  });

  test("explains that there is no such file", async () => {
    await expect(loadSeed("/nowhere/org.json")).rejects.toThrow("Can't read /nowhere/org.json: ");
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
    await expect(withFile(content, loadSeed)).rejects.toThrow(sentence);
  });
});
