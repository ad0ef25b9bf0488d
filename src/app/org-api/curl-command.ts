import { quoteForShell } from "../../oidc/curl-command.ts";
import type { ApiCall } from "./api-call.ts";

/**
 * Builds the curl command that makes a call in a real org. `OKTA_ORG` and `OKTA_API_TOKEN` are variables of a POSIX shell.
 *
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
