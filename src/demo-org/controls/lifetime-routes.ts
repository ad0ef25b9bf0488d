import type { ManagementRequest, ManagementRoute } from "../management/management-request.ts";
import { readBody } from "../management/read-body.ts";
import { type ChosenLifetimes, lifetimesSchema } from "./controls.ts";

const path = "/demo/v1/lifetimes";

/**
 * How long what is issued from now on lives, shorter than any policy may say: a test need not wait for minutes.
 *
 * - `GET /demo/v1/lifetimes`: what was chosen; empty where nothing was, and the org's own rules hold.
 * - `PUT /demo/v1/lifetimes` with any of `idTokenSeconds`, `accessTokenSeconds`, `refreshTokenSeconds`,
 *   `sessionSeconds`, `codeSeconds`: whole numbers from 1. What is left out is as the org's own rules have it.
 * - `DELETE /demo/v1/lifetimes`: the org's own rules.
 */
export const lifetimeRoutes: readonly ManagementRoute[] = [
  ["GET", path, ({ c, org }) => c.json(org.lifetimes())],
  ["PUT", path, setLifetimes],
  ["DELETE", path, forgetLifetimes],
];

async function setLifetimes(request: ManagementRequest): Promise<Response> {
  const lifetimes = await readBody(request.c, lifetimesSchema, "lifetimes");
  await keepLifetimes(request, lifetimes);
  return request.c.json(lifetimes);
}

async function forgetLifetimes(request: ManagementRequest): Promise<Response> {
  await keepLifetimes(request, {});
  return request.c.body(null, 204);
}

async function keepLifetimes(
  { org }: ManagementRequest,
  lifetimes: ChosenLifetimes,
): Promise<void> {
  await org.controls.change((latest) => ({
    controls: { ...latest, lifetimes },
    result: undefined,
  }));
}
