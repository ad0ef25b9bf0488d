import { describe, expect, test } from "vitest";
import type { FoundGroups } from "../found-cause.ts";
import { listConsumers } from "./list-consumers.ts";

const find = (where: FoundGroups["where"], claim = "groups"): FoundGroups => ({
  where,
  claim,
  groups: ["IT"],
});

function judge(app: string, found: readonly FoundGroups[]) {
  const verdict = listConsumers(found).find(({ consumer }) => consumer.name.startsWith(app));
  return verdict && [verdict.sees, ...verdict.settings];
}

describe(listConsumers, () => {
  test.each<[string, FoundGroups[], string[]]>([
    ["Spring Boot web app", [find("ID token")], ["yes"]],
    ["Spring Boot web app", [find("UserInfo")], ["yes"]],
    ["Spring Boot web app", [find("Access token")], ["no"]],
    ["Spring Boot API", [find("Access token")], ["yes"]],
    ["Spring Boot API", [find("ID token")], ["no"]],
    [
      "Spring Boot API",
      [find("Access token", "teams")],
      ["with_settings", "okta.oauth2.groupsClaim=teams"],
    ],
    ["oauth2-proxy", [find("UserInfo")], ["yes"]],
    ["Argo CD", [find("ID token")], ["yes"]],
    ["Argo CD", [find("UserInfo")], ["with_settings", "enableUserInfoGroups: true"]],
    [
      "Argo CD",
      [find("UserInfo", "teams")],
      ["with_settings", "enableUserInfoGroups: true", "scopes: '[teams]' in argocd-rbac-cm"],
    ],
    [
      "oauth2-proxy",
      [find("ID token", "x; rm -rf ~")],
      ["with_settings", "--oidc-groups-claim=CLAIM_NAME"],
    ],
    [
      "oauth2-proxy",
      [find("ID token", "my-groups")],
      ["with_settings", "--oidc-groups-claim=my-groups"],
    ],
    [
      "Grafana, generic",
      [find("ID token", "my-groups")],
      ["with_settings", "groups_attribute_path = CLAIM_NAME"],
    ],
    ["Grafana, Okta", [find("ID token")], ["no"]],
    ["Grafana, Okta", [find("UserInfo")], ["yes"]],
    ["Grafana, Okta", [find("UserInfo", "teams")], ["no"]],
    ["HashiCorp Vault", [find("ID token")], ["with_settings", "groups_claim=groups"]],
    ["Kubernetes", [find("ID token")], ["with_settings", "--oidc-groups-claim=groups"]],
    ["Kubernetes", [find("UserInfo")], ["no"]],
    ["Apache", [find("UserInfo")], ["with_settings", "Require claim groups:GROUP"]],
  ])("%s, with %o", (app, found, expected) => {
    expect(judge(app, found)).toEqual(expected);
  });

  test("chooses the place that needs the fewest settings", () => {
    expect(judge("Argo CD", [find("UserInfo", "teams"), find("ID token")])).toEqual(["yes"]);
  });
});
