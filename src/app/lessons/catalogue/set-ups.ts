import { everyGroup } from "../../../okta/causes/value-problem.ts";
import type { ClaimEntry, ClaimValueEntry } from "../../../okta/set-up-change.ts";
import type { LessonSetUp } from "../lesson.ts";

export function inAccessToken(name: string, value: ClaimValueEntry): ClaimEntry {
  return { name, token: "access_token", value, isActive: true, isAlways: true, scopes: [] };
}

export function inIdToken(name: string, value: ClaimValueEntry, isAlways: boolean): ClaimEntry {
  return { name, token: "id_token", value, isActive: true, isAlways, scopes: [] };
}

export function expression(text: string): ClaimValueEntry {
  return { kind: "expression", expression: text };
}

/** The guide's claims: one on the app, one in access tokens of `default`. @see Okta: Customize tokens returned from Okta */
export const guideSetUp: LessonSetUp = {
  appClaim: { name: "groups", value: everyGroup },
  claims: [inAccessToken("GroupsClaim", everyGroup)],
  hasGroupsScope: false,
};

export function withAppClaim(value: ClaimValueEntry): LessonSetUp {
  return { ...guideSetUp, appClaim: { name: "groups", value } };
}
