import type { Context, Hono } from "hono";
import { ApiError } from "../management/api-error.ts";
import type { Org } from "../state/org.ts";
import { readableByTrustedOrigins } from "./cross-origin.ts";

/** Okta's endpoints whose path matches another route: `linkedObjects` is not the ID of a schema. */
const shadowed = ["/api/v1/meta/schemas/user/linkedObjects"];

const apis = ["/api/*", "/:area/api/*", "/oauth2/*", "/idp/*", "/demo/*", "/.well-known/*"];

/** Must be mounted before routes with an ID in their path, because those routes match too. */
export function mountShadowedEndpoints(app: Hono): void {
  for (const path of shadowed)
    for (const each of [path, `${path}/*`]) app.all(each, refuseEndpoint);
}

/** Must be mounted last. Scripts of trusted origins can read the response. */
export function mountUnknownEndpoints(app: Hono, org: Org): void {
  for (const path of apis) app.all(path, readableByTrustedOrigins(org), refuseEndpoint);
}

function refuseEndpoint({ req: { method, path } }: Context): never {
  const summary = `Not found: The demo org doesn't offer ${method} ${path.slice(0, 200)}`;
  throw new ApiError(404, "E0000007", summary);
}
