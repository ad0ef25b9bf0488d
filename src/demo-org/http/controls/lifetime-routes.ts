import { chosenLifetimesSchema } from "../../rules/lifetimes.ts";
import type { ManagementRequest, ManagementRoute } from "../management/management-request.ts";
import { parseBody } from "../management/parse-body.ts";
import type { Controls } from "../state/controls.ts";

const path = "/demo/v1/lifetimes";

/** They can be shorter than a policy allows, so that tests needn't wait. */
export const lifetimeRoutes: readonly ManagementRoute[] = [
  ["GET", path, ({ c, org }) => c.json(org.controls.read().lifetimes)],
  ["PUT", path, setLifetimes],
  ["DELETE", path, resetLifetimes],
];

async function setLifetimes(request: ManagementRequest): Promise<Response> {
  const lifetimes = await parseBody(request.c, chosenLifetimesSchema, "lifetimes");
  await changeLifetimes(request, lifetimes);
  return request.c.json(lifetimes);
}

async function resetLifetimes(request: ManagementRequest): Promise<Response> {
  await changeLifetimes(request, {});
  return request.c.body(null, 204);
}

async function changeLifetimes(
  { org }: ManagementRequest,
  lifetimes: Controls["lifetimes"],
): Promise<void> {
  await org.controls.change((latest) => ({
    controls: { ...latest, lifetimes },
    result: undefined,
  }));
}
