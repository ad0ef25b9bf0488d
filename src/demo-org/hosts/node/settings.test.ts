import { describe, expect, test } from "vitest";
import { parseSettings } from "./settings.ts";

describe(parseSettings, () => {
  test("defaults to port 8080 and the redirect URIs of this project's pages", () => {
    expect(parseSettings({})).toEqual({
      kind: "start",
      options: {
        port: 8080,
        redirectUris: ["http://localhost:5173/", "http://localhost:4173/"],
      },
      seedFile: undefined,
      tlsFiles: undefined,
      isJson: false,
    });
  });

  test("accepts every option", () => {
    const parameters = [
      ["--port", "9090"],
      ["--host=0.0.0.0"],
      ["--seed=my org.json"],
      ["--redirect-uri", "http://localhost:3000/callback"],
      ["--redirect-uri=com.example.app:/login"],
      ["--api-token", "-secret"],
      ["--issuer", "https://okta.test"],
      ["--tls-key", "key.pem", "--tls-cert", "cert.pem"],
      ["--json"],
    ];
    expect(parseSettings({}, parameters.flat())).toEqual({
      kind: "start",
      options: {
        port: 9090,
        host: "0.0.0.0",
        redirectUris: [
          "http://localhost:5173/",
          "http://localhost:4173/",
          "http://localhost:3000/callback",
          "com.example.app:/login",
        ],
        apiToken: "-secret",
        issuer: "https://okta.test",
      },
      seedFile: "my org.json",
      tlsFiles: { key: "key.pem", cert: "cert.pem" },
      isJson: true,
    });
  });

  test("accepts environment variables, which options override, except for redirect URIs", () => {
    const environment = {
      PORT: "9090",
      API_TOKEN: "secret",
      REDIRECT_URIS: " http://localhost:3000/a  http://localhost:3000/b ",
    };
    const parsed = parseSettings(environment);
    expect(parsed).toMatchObject({ options: { port: 9090, apiToken: "secret" } });
    const both = ["--port", "0", "--api-token", "other", "--redirect-uri", "http://localhost/c"];
    expect(parseSettings(environment, both)).toMatchObject({
      options: {
        port: 0,
        apiToken: "other",
        redirectUris: [
          "http://localhost:5173/",
          "http://localhost:4173/",
          "http://localhost:3000/a",
          "http://localhost:3000/b",
          "http://localhost/c",
        ],
      },
    });
  });

  test.each([[["--help"]], [["--port", "9090", "--help"]]])("prints the help for %j", (given) => {
    expect(parseSettings({}, given)).toEqual({ kind: "help" });
  });

  test.each([
    [["--sed", "org.json"], "--sed"],
    [["org.json"], "org.json"],
    [["-s"], "-s"],
    [["--json=yes"], "--json"],
    [["--no-json"], "--no-json"],
    [["--constructor"], "--constructor"],
    [["--", "org.json"], "org.json"],
  ])("refuses the arguments %j", (given, value) => {
    expect(() => parseSettings({}, given)).toThrow(`Unknown argument: ${value}. `);
  });

  test.each([[["--seed"]], [["--seed="]], [["--seed", "--json"]]])(
    "refuses the arguments %j, because the value is missing",
    (given) => {
      expect(() => parseSettings({}, given)).toThrow("--seed needs a value.");
    },
  );

  test.each([["80a"], ["-1"], ["1e3"], ["8080.5"]])("refuses %s as a port", (PORT) => {
    const problem = `"${PORT}" is not a port.`;
    expect(() => parseSettings({ PORT })).toThrow(problem);
    expect(() => parseSettings({}, [`--port=${PORT}`])).toThrow(problem);
  });

  test.each([
    ["--tls-key", "certificate"],
    ["--tls-cert", "key"],
  ])("refuses %s alone", (option, missing) => {
    expect(() => parseSettings({}, [option, "a.pem"])).toThrow(`the ${missing} is missing`);
  });
});
