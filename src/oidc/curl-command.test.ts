import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { buildCurlCommand } from "./curl-command.ts";

describe(buildCurlCommand, () => {
  test.each([
    ["an ordinary URL", "https://dev-1.okta.com/oauth2/v1/authorize?scope=openid%20groups&state=a"],
    ["quotes, variables and commands", "https://a.example/?q='$HOME'`id`\"$(id)\"\\!&x=';id;'"],
    ["brackets and a leading hyphen", "https://a.example/?q=[1-3]{a,b}&-o=x"],
  ])("passes %s to curl unchanged", (_case, url) => {
    const command = buildCurlCommand(url).replace(/^curl/, "printf '%s\\n'");
    const words = execFileSync("/bin/sh", ["-c", command], { encoding: "utf8" }).split("\n");
    expect(words).toEqual(["--globoff", "--include", url, ""]);
  });
});
