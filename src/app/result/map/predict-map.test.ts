import { describe, expect, test } from "vitest";
import type { MapQuestion } from "./map-question.ts";
import { predictMap, predictMapByRules } from "./predict-map.ts";
import { clientId, orgUrl } from "./test-map.ts";

const question: MapQuestion = {
  org: "own",
  orgUrl,
  clientId,
  redirectUri: "http://localhost/",
  formServer: undefined,
  scopes: ["openid", "groups", "crm.read"],
  sentScopes: [],
  login: undefined,
};

function respondWithMetadata(scopesByServer: Readonly<Record<string, readonly string[]>>) {
  return async (input: string | URL | Request) => {
    const issuer = String(input).replace("/.well-known/openid-configuration", "");
    const scopes = scopesByServer[issuer.replace(orgUrl, "")];
    return scopes
      ? Response.json({
          issuer,
          authorization_endpoint: `${issuer}/v1/authorize`,
          jwks_uri: `${issuer}/v1/keys`,
          scopes_supported: scopes,
        })
      : Response.json({ errorCode: "E0000007" }, { status: 404 });
  };
}

describe(predictMapByRules, () => {
  test("has a row for each server and request", () => {
    const { rows } = predictMapByRules(question);
    expect(rows.map(({ serverName, responseType }) => `${serverName} ${responseType}`)).toEqual([
      "Org id_token",
      "Org token",
      "Org id_token token",
      "Org code",
      "default id_token",
      "default token",
      "default id_token token",
      "default code",
    ]);
  });

  test("uses the form's custom server instead of default", () => {
    const { rows } = predictMapByRules({ ...question, formServer: { kind: "custom", id: "aus1" } });
    expect(new Set(rows.map(({ serverName }) => serverName))).toEqual(new Set(["Org", "aus1"]));
  });

  test("uses the scopes last sent to a server that the form doesn't choose", () => {
    const sentScopes = [{ server: { kind: "custom", id: "default" } as const, scopes: ["openid"] }];
    const { rows } = predictMapByRules({ ...question, sentScopes });
    expect(rows[0]?.scopes).toEqual(["openid", "groups"]);
    expect(rows[4]?.scopes).toEqual(["openid"]);
  });
});

describe(predictMap, () => {
  test("requests the scopes in the metadata, and groups, which metadata may not list", async () => {
    const fetch = respondWithMetadata({
      "": ["openid"],
      "/oauth2/default": ["openid", "crm.read"],
    });
    const { rows } = await predictMap(question, fetch);
    expect(rows[0]?.scopes).toEqual(["openid", "groups"]);
    expect(rows[4]?.scopes).toEqual(["openid", "groups", "crm.read"]);
    expect(rows.every(({ unsent }) => unsent === undefined)).toBe(true);
  });

  test("sends nothing to a server that the org does not have", async () => {
    const { rows } = await predictMap(question, respondWithMetadata({ "": ["openid"] }));
    expect(rows[0]?.unsent).toBeUndefined();
    expect(rows[4]?.unsent).toContain("no active authorization server");
    expect(rows[4]?.cells.idToken.groups).toBe("refused");
    expect(rows[4]?.cells.accessToken.groups).toBe("not-requested");
  });

  test("predicts no refusal if the org can't be reached, and sends nothing", async () => {
    const { rows } = await predictMap(question, () => Promise.reject(new TypeError("offline")));
    expect(rows[0]?.unsent).toContain("can’t be reached");
    expect(rows[0]?.cells.idToken.groups).toBe("yes");
  });
});
