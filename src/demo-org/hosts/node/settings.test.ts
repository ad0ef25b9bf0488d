import { describe, expect, test } from "vitest";
import { parseSettings } from "./settings.ts";

describe(parseSettings, () => {
  test("serves this project's own pages on port 8080, by default", () => {
    expect(parseSettings({})).toEqual({
      kind: "settings",
      port: 8080,
      redirectUris: ["http://localhost:5173/", "http://localhost:4173/"],
      apiToken: undefined,
      seedFile: undefined,
    });
  });

  test("accepts another port, and adds redirect URIs unchanged", () => {
    const REDIRECT_URIS = " http://localhost:3000/callback  com.example.app:/login ";
    expect(parseSettings({ PORT: "9090", REDIRECT_URIS })).toMatchObject({
      kind: "settings",
      port: 9090,
      redirectUris: [
        "http://localhost:5173/",
        "http://localhost:4173/",
        "http://localhost:3000/callback",
        "com.example.app:/login",
      ],
    });
  });

  test("accepts an API token, and a file to start from", () => {
    expect(parseSettings({ API_TOKEN: "secret" }, ["--seed", "org.json"])).toMatchObject({
      apiToken: "secret",
      seedFile: "org.json",
    });
    expect(parseSettings({}, ["--seed=my org.json"])).toMatchObject({ seedFile: "my org.json" });
  });

  test.each([[["--sed", "org.json"]], [["--seed"]], [["--seed="]], [["org.json"]], [["-s"]]])(
    "refuses the arguments %j",
    (parameters) => {
      expect(parseSettings({}, parameters)).toEqual({
        kind: "unknown_arguments",
        value: parameters.join(" "),
      });
    },
  );

  test.each([["two words"], ["schlüssel"], ["a\u0000b"]])(
    "refuses the API token %j, which some clients can't send",
    (API_TOKEN) => {
      expect(parseSettings({ API_TOKEN })).toEqual({ kind: "no_api_token" });
    },
  );

  test.each([["80a"], ["0"], ["65536"], ["-1"], ["1e3"]])("refuses %s as a port", (PORT) => {
    expect(parseSettings({ PORT })).toEqual({ kind: "no_port", value: PORT });
  });

  test.each([
    ["localhost/callback"],
    ["/callback"],
    ["http://localhost:3000/#a"],
    ["http://localhost:3000/zurück"],
    ["javascript:alert(1)"],
    ["localhost:3000/callback"],
    ["http://localhost:3000/a,http://localhost:3000/b"],
  ])("refuses %s as a redirect URI", (uri) => {
    expect(parseSettings({ REDIRECT_URIS: uri })).toEqual({ kind: "no_redirect_uri", value: uri });
  });
});
