import { expect, test } from "vitest";
import { managementRoutes } from "./management-api.ts";

/** Calls for which Okta's event catalogue lists no event. */
const notLogged = [
  "DELETE /api/v1/groups/rules/:groupRuleId",
  "POST /api/v1/groups/rules",
  "PUT /api/v1/groups/rules/:groupRuleId",
];

test("every change through the Management API has a System Log event", () => {
  const changes = managementRoutes.filter(
    ([method, path]) => method !== "GET" && path.startsWith("/api/v1"),
  );
  expect(changes.map(([, path]) => path)).toContain("/api/v1/groups");
  const withoutEvent = changes.filter(([, , , event]) => !event);
  expect(withoutEvent.map(([method, path]) => `${method} ${path}`).sort()).toEqual(notLogged);
});
