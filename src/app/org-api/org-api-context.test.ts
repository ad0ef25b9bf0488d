import { expect, test } from "vitest";
import { createOwnChanges } from "./org-api-context.ts";

test("a change starts after earlier ones have finished, even if they failed", async () => {
  const { enqueue } = createOwnChanges();
  const steps: string[] = [];
  const change = (name: string) => async () => {
    steps.push(`${name} begins`);
    await Promise.resolve();
    steps.push(`${name} ends`);
    if (name === "first") throw new Error("refused");
  };
  const first = enqueue(change("first"));
  await Promise.all([expect(first).rejects.toThrow("refused"), enqueue(change("second"))]);
  expect(steps).toEqual(["first begins", "first ends", "second begins", "second ends"]);
});

test("the last response is found by its path", () => {
  const { storeResponse, findResponse } = createOwnChanges();
  const call = { method: "PUT", path: "/api/v1/groups/00g1" } as const;
  expect(findResponse(call.path)).toBeUndefined();
  storeResponse(call, { name: "IT" });
  storeResponse(call, { name: "Information Technology" });
  expect(findResponse(call.path)).toEqual({ name: "Information Technology" });
});
