import { quoteForShell } from "../../../oidc/curl-command.ts";
import type { ApiCall } from "./api-call.ts";

/**
 * Builds a curl command that makes the call in a real org. The user sets `OKTA_ORG` to the org's URL and
 * `OKTA_API_TOKEN` to their API token.
 *
 * @returns Lines for a POSIX shell. Everything but the two variables is quoted.
 * @see Okta: Create an API token
 */
export function buildApiCommand({ method, path, body }: ApiCall): string {
  const lines = [
    `curl --globoff --request ${method} "$OKTA_ORG"${quoteForShell(path)}`,
    '--header "Authorization: SSWS $OKTA_API_TOKEN"',
    "--header 'Accept: application/json'",
  ];
  if (body !== undefined)
    lines.push(
      "--header 'Content-Type: application/json'",
      `--data ${quoteForShell(JSON.stringify(body, undefined, 2))}`,
    );
  return lines.join(" \\\n  ");
}
