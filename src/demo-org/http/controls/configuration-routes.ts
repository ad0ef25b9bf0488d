import { invalid } from "../management/api-error.ts";
import type { ManagementRequest, ManagementRoute } from "../management/management-request.ts";
import { parseJsonBody } from "../management/parse-body.ts";
import { parseOrgFile, writeOrgFile } from "./org-file.ts";

const path = "/demo/v1/configuration";

export const configurationRoutes: readonly ManagementRoute[] = [
  ["GET", path, ({ c, configuration }) => c.json(writeOrgFile(configuration))],
  ["PUT", path, replaceConfiguration],
  ["DELETE", path, resetOrg],
];

async function replaceConfiguration({ c, org }: ManagementRequest): Promise<Response> {
  const file = parseOrgFile(await parseJsonBody(c));
  if (file.kind === "broken") throw invalid("configuration", file.causes);
  const { configuration } = file;
  await org.changeConfiguration(() => ({ configuration, result: undefined }));
  return c.json(writeOrgFile(configuration));
}

async function resetOrg({ c, org }: ManagementRequest): Promise<Response> {
  await org.reset();
  return c.body(null, 204);
}
