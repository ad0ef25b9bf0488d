import { describe, expect, test } from "vitest";
import { initialChoice, parseChoice } from "../../request-choice.ts";
import { buildTryQuery } from "./Saved.tsx";

describe(buildTryQuery, () => {
  const server = { section: "authorization-servers", id: "aus1/&", tab: "claims" } as const;

  test("requests the claim's token type from the server that was changed", () => {
    expect(parseChoice(buildTryQuery(server, { token: "token" }))).toMatchObject({
      server: "custom",
      authorizationServerId: "aus1/&",
      responseType: "token",
      scopes: ["openid", "profile", "email"],
    });
  });

  test("requests the scopes that the claim requires", () => {
    expect(parseChoice(buildTryQuery(server, { scopes: ["groups", "openid"] })).scopes).toEqual([
      "openid",
      "groups",
    ]);
  });

  test.each([
    { section: "groups", id: "00g1" },
    { section: "authorization-servers" },
    { section: "authorization-servers", id: "org" },
  ] as const)("keeps the explorer's default request after a change at %j", (place) => {
    expect(parseChoice(buildTryQuery(place))).toEqual(initialChoice);
  });
});
