import { describe, expect, test } from "vitest";
import type { ResponseType } from "../../oidc/authorization-request.ts";
import type { AuthorizationServer } from "../authorization-server.ts";
import { predict } from "../prediction.ts";
import { predictCells, refuseCells } from "./predict-cells.ts";

const org: AuthorizationServer = { kind: "org" };
const custom: AuthorizationServer = { kind: "custom", id: "default" };
const scopes = ["openid", "groups"];

function cellsOf(server: AuthorizationServer, responseType: ResponseType, requested = scopes) {
  const request = { server, responseType, scopes: requested };
  return predictCells(predict(request), request);
}

describe(predictCells, () => {
  test.each<[AuthorizationServer, ResponseType, string[]]>([
    [org, "id_token", ["yes", "not-requested", "not-requested"]],
    [org, "token", ["not-requested", "no", "yes"]],
    [org, "id_token token", ["no", "no", "yes"]],
    [org, "code", ["yes", "no", "yes"]],
  ])("predicts the places of %o for %s", (server, responseType, expected) => {
    const { idToken, accessToken, userInfo } = cellsOf(server, responseType);
    expect([idToken.groups, accessToken.groups, userInfo.groups]).toEqual(expected);
  });

  test("leaves a custom server's places open, and marks a thin ID token", () => {
    const { idToken, accessToken, userInfo } = cellsOf(custom, "id_token token", ["openid"]);
    expect([idToken.groups, accessToken.groups, userInfo.groups]).toEqual([
      "depends",
      "depends",
      "depends",
    ]);
    expect(idToken.weight).toBe("thin");
  });

  test("marks every requested place as refused, and no other place", () => {
    const cells = cellsOf(org, "token", ["openid", "crm.read"]);
    expect(cells.accessToken).toMatchObject({ groups: "refused", error: "invalid_scope" });
    expect(cells.userInfo.groups).toBe("refused");
    expect(cells.idToken.groups).toBe("not-requested");
  });

  test("predicts no groups in UserInfo without openid", () => {
    expect(cellsOf(org, "token", ["groups"]).userInfo.groups).not.toBe("yes");
  });

  test("marks only UserInfo as refused if one of its claims can't be evaluated", () => {
    const request = { server: custom, responseType: "token", scopes: ["openid"] } as const;
    const { userInfo: _, ...prediction } = predict(request);
    const because = "It fails. The expression is not valid.";
    const cells = predictCells({ ...prediction, notRequested: { userInfo: because } }, request);
    expect(cells.userInfo).toMatchObject({ groups: "refused", because });
    expect(cells.accessToken.groups).toBe("depends");
  });
});

test("refuseCells marks every requested place as refused", () => {
  const cells = refuseCells(cellsOf(org, "token"), "No such app.");
  expect(cells.accessToken).toMatchObject({ groups: "refused", because: "No such app." });
  expect(cells.userInfo.groups).toBe("refused");
  expect(cells.idToken.groups).toBe("not-requested");
});
