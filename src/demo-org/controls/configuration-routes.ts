import { ApiError } from "../management/api-error.ts";
import type { ManagementRequest, ManagementRoute } from "../management/management-request.ts";
import { readJson } from "../management/read-body.ts";
import { parseOrgFile, writeOrgFile } from "../org-file/org-file.ts";

const path = "/demo/v1/configuration";

/**
 * The whole org as one file: people with their passwords, groups, apps with their secrets, authorization servers.
 *
 * - `GET /demo/v1/configuration`: the file, as `npm run org -- --seed FILE` takes it too.
 * - `PUT /demo/v1/configuration` with such a file: the org is as the file says from then on. Of one that is broken,
 *   or none, the causes name the places, and nothing has changed.
 * - `DELETE /demo/v1/configuration`: the org is as it was started. Sessions, codes, tokens, the System Log, clock,
 *   lifetimes and faults are forgotten as well; only the signing keys stay.
 */
export const configurationRoutes: readonly ManagementRoute[] = [
  ["GET", path, ({ c, configuration }) => c.json(writeOrgFile(configuration))],
  ["PUT", path, replaceConfiguration],
  ["DELETE", path, resetOrg],
];

async function replaceConfiguration({ c, org }: ManagementRequest): Promise<Response> {
  const file = parseOrgFile(await readJson(c));
  if (file.kind === "broken")
    throw new ApiError({ code: "invalid", object: "configuration", causes: file.causes });
  const { configuration } = file;
  await org.changeConfiguration(() => ({ configuration, result: undefined }));
  return c.json(writeOrgFile(configuration));
}

async function resetOrg({ c, org }: ManagementRequest): Promise<Response> {
  await org.reset();
  return c.body(null, 204);
}
