import type { FoundCause } from "../../../okta/found-cause.ts";
import type { SentRequest } from "../../pending-requests.ts";
import { requestedTokens } from "../../request-choice.ts";
import { writeVisible } from "../claims/VisibleText.tsx";

type Answer = {
  heading: string;
  cause: FoundCause;
  request: SentRequest | undefined;
};

/**
 * Writes a verdict's cause as plain text to send to someone else, such as an Okta admin. Leaves out the cause's
 * `observed`, which may quote claims and the server's error.
 */
export function writeAnswer({ heading, cause, request }: Answer): string {
  const { expected, consolePath, steps } = cause;
  const whatToDo = [
    ...(consolePath === undefined ? [] : [`Admin Console: ${consolePath}`]),
    ...steps.map((step, index) => `${index + 1}. ${step}`),
  ];
  return [heading, expected, whatToDo.join("\n"), request && describeRequest(request)]
    .filter((paragraph) => paragraph !== undefined)
    .map((paragraph) => paragraph.split("\n").map(writeVisible).join("\n"))
    .join("\n\n");
}

function describeRequest({ server, responseType }: SentRequest): string {
  const name =
    server.kind === "org"
      ? "the org authorization server"
      : `the custom authorization server ${server.id}`;
  return `Requested: ${requestedTokens[responseType]} from ${name}.`;
}
