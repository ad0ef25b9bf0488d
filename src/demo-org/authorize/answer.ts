import type { OrgContext } from "../context.ts";
import type { IssuingServer } from "../model/issuing-server.ts";
import type { Session } from "../sign-in/sessions.ts";
import { issue } from "./issue.ts";
import { respond } from "./respond.ts";
import type { OAuthError, ValidRequest } from "./validate.ts";

/** Answers a request in the name of whoever has signed in. */
export async function answer(
  context: OrgContext,
  server: IssuingServer,
  request: ValidRequest,
  session: Session,
): Promise<Response> {
  const issued = await issue(context, server, request, session);
  return issued.kind === "issued"
    ? respond({ ...request, parameters: issued.parameters })
    : refuse(request, issued.refusal);
}

type Refused = Pick<ValidRequest, "redirectUri" | "responseMode"> & { state: string | undefined };

/** Tells the client that its request is refused. */
export function refuse(request: Refused, { error, description }: OAuthError): Promise<Response> {
  return respond({
    ...request,
    // The state first, as in every recorded answer of Okta's; none where none came in.
    parameters: [
      ["state", request.state],
      ["error", error],
      ["error_description", description],
    ],
  });
}
