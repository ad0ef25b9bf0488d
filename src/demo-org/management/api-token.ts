import { ApiError } from "./api-error.ts";

/** What the org takes unless it is started with another: no secret, for the org's people and passwords are none either. */
export const defaultApiToken = "demo-api-token";

/**
 * @param header `Authorization`, as `SSWS <token>`.
 * @throws {ApiError} There is no API token, or another one.
 * @see Okta: Create an API token
 */
export function checkApiToken(header: string | undefined, apiToken: string): void {
  const token = /^SSWS\s+(\S+)\s*$/i.exec(header ?? "")?.[1];
  if (token === undefined) throw new ApiError({ code: "no_token" });
  if (token !== apiToken) throw new ApiError({ code: "invalid_token" });
}
