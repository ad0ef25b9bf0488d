import { expect, test } from "vitest";
import { managementRoutes } from "../management-api.ts";
import { findEventType } from "./management-event-types.ts";

test("every change through the Management API has an event type", () => {
  const unknown = managementRoutes
    .filter(([method, path]) => method !== "GET" && path.startsWith("/api/v1"))
    .filter(([method, path]) => !findEventType(method, path.slice("/api/v1".length)))
    .map(([method, path]) => `${method} ${path}`);
  expect(unknown).toEqual([]);
});
