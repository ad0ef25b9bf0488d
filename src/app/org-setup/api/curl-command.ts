import type { ApiCall } from "./api-call.ts";

/**
 * Writes the call as a command that makes it in a real org: whoever runs it sets `OKTA_ORG` to the org's URL and
 * `OKTA_API_TOKEN` to a token of theirs.
 *
 * @returns Lines for a POSIX shell. Single quotes keep everything of the body from the shell but a single quote itself.
 * @see Okta: Create an API token; POSIX.1-2017, Shell Command Language §2.2.2
 */
export function buildApiCommand({ method, path, body }: ApiCall): string {
  const lines = [
    `curl --globoff --request ${method} "$OKTA_ORG"${quote(path)}`,
    '--header "Authorization: SSWS $OKTA_API_TOKEN"',
    "--header 'Accept: application/json'",
  ];
  if (body !== undefined)
    lines.push(
      "--header 'Content-Type: application/json'",
      `--data ${quote(JSON.stringify(body, undefined, 2))}`,
    );
  return lines.join(" \\\n  ");
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
