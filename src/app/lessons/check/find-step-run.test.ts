import { expect, test } from "vitest";
import { buildRun, testClaims } from "../../result/test-run.ts";
import { userInfo } from "../catalogue/fat-and-thin.ts";
import { findStepRun } from "./find-step-run.ts";

const run = (id: string, query: string) =>
  buildRun({ id, idToken: testClaims.fat, request: { query } });

const runs = [
  run("step 1", "?lesson=userinfo&step=1"),
  run("step 1 again", "?lesson=userinfo&step=1&present="),
  run("another lesson", "?lesson=fat-and-thin&step=2"),
  run("no lesson", "?scope=openid"),
  buildRun({ id: "unrequested", idToken: testClaims.fat, request: null }),
];

test.each([
  ["its newest run", runs, 1, "step 1 again"],
  ["the run of the earlier step that it is about", runs, 2, "step 1 again"],
  ["none before its request is sent", runs, 3, undefined],
  [
    "its own run, if the request was sent again in this step",
    [...runs, run("step 2", "?lesson=userinfo&step=2")],
    2,
    "step 2",
  ],
])("a step’s run is %s", (_case, all, step, id) => {
  expect(findStepRun(all, userInfo, step)?.id).toBe(id);
});
