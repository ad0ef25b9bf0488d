import { publishKey } from "../../rules/signing-keys.ts";
import type { ServerRequest } from "../state/server-request.ts";

/** All servers of the org share the keys. @see RFC 7517 §5; Okta: OpenID Connect & OAuth 2.0 API, "/keys" */
export async function answerKeys({ c, org }: ServerRequest): Promise<Response> {
  const keys = await Promise.all((await org.loadSigningKeys()).map(publishKey));
  c.header("Cache-Control", "max-age=3600, must-revalidate");
  return c.json({ keys });
}
