import { quoteForShell } from "../../../oidc/curl-command.ts";
import type { ApiCall } from "./api-call.ts";

/**
 * Writes the call as a command that makes it in a real org: whoever runs it sets `OKTA_ORG` to the org's URL and
 * `OKTA_API_TOKEN` to a token of theirs.
 *
 * @returns Lines for a POSIX shell, in which only those two names mean anything to it.
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
