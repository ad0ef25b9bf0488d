import type { ApiCall } from "../../org-api/api-call.ts";

const path = "/demo/v1/configuration";

export const exportOrg: ApiCall = { method: "GET", path };
export const resetOrg: ApiCall = { method: "DELETE", path };

export function importOrg(file: unknown): ApiCall {
  return { method: "PUT", path, body: file };
}
