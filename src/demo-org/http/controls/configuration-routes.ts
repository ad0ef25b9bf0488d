import { ApiError } from "../management/api-error.ts";
import type { ManagementRequest, ManagementRoute } from "../management/management-request.ts";
import { parseJsonBody } from "../management/parse-body.ts";
import { parseOrgFile, writeOrgFile } from "../org-file/org-file.ts";

const path = "/demo/v1/configuration";

/**
 * The whole org as one file: users with passwords, groups, apps with secrets, authorization servers.
 *
 * - `GET /demo/v1/configuration`: exports the file. `npm run org -- --seed FILE` accepts it too.
 * - `PUT /demo/v1/configuration` with such a file: replaces the org's configuration. An invalid file changes nothing,
 *   and the causes of the error state the positions.
 * - `DELETE /demo/v1/configuration`: resets the org to its initial state. Sessions, codes, tokens, the System Log,
 *   clock, lifetimes and faults are reset too; only the signing keys are kept.
 */
export const configurationRoutes: readonly ManagementRoute[] = [
  ["GET", path, ({ c, configuration }) => c.json(writeOrgFile(configuration))],
  ["PUT", path, replaceConfiguration],
  ["DELETE", path, resetOrg],
];

async function replaceConfiguration({ c, org }: ManagementRequest): Promise<Response> {
  const file = parseOrgFile(await parseJsonBody(c));
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
