import { expect, test } from "vitest";
import { listConsoleSteps } from "../../../okta/set-up-guide/console-steps.ts";
import { findLesson } from "../catalogue/lessons.ts";
import { listNeeds } from "./list-needs.ts";

const org = { clientId: "0oa1", authorizationServerId: "aus1" };

test.each<[string, number, readonly RegExp[]]>([
  ["groups-in-id-token", 2, [/Sign On/, /Group claims filter: groups, Matches regex \.\*/]],
  ["groups-in-access-token", 2, [/aus1 > Claims/, /GroupsClaim/]],
  ["groups-in-access-token", 4, [/aus1 > Scopes/, /Name: GroupsClaim/]],
  ["always-or-on-request", 4, [/Always/]],
  ["static-allowlist", 1, [/groupallowlist/, /getFilteredGroups/]],
  ["custom-claims", 3, [/label/, /applabel/]],
])("step %2$s of %1$s lists what an admin has to set up", (id, number, pieces) => {
  const step = findLesson(id)?.steps[number - 1];
  if (!step) throw new Error(`${id} has no step ${number}`);
  const text = listNeeds(step, org).flatMap(listConsoleSteps).join("\n");
  for (const piece of pieces) expect(text).toMatch(piece);
});

test.each([
  ["the org server’s access token", "groups-in-access-token", 1],
  ["an app without a claim", "five-ways-to-lose-groups", 3],
])("lists nothing for %s", (_case, id, number) => {
  const step = findLesson(id)?.steps[number - 1];
  expect(step && listNeeds(step, org)).toEqual([]);
});
