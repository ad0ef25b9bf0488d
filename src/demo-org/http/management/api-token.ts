import { ApiError } from "./api-error.ts";

/** @throws {ApiError} The API token is missing or wrong. @see Okta: Create an API token */
export function checkApiToken(header: string | undefined, apiToken: string): void {
  const token = /^SSWS\s+(\S+)\s*$/i.exec(header ?? "")?.[1];
  if (token === undefined) throw new ApiError({ code: "no_token" });
  if (token !== apiToken) throw new ApiError({ code: "invalid_token" });
}
