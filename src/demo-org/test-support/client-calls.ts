import * as v from "valibot";
import { verifier } from "./code-flow-org.ts";
import { baseUrl, clientId, encodeDefined, redirectUri, type TestOrg } from "./test-org.ts";

type Form = Readonly<Record<string, string | undefined>>;

const responseSchema = v.looseObject({
  access_token: v.optional(v.string()),
  id_token: v.optional(v.string()),
  refresh_token: v.optional(v.string()),
  error_description: v.optional(v.string()),
});

/** Posts a form. The returned `body` is an empty object if the response has no body. */
export async function callAsClient(
  { fetch }: Pick<TestOrg, "fetch">,
  path: string,
  form: Form,
  headers: Record<string, string> = {},
) {
  const body = encodeDefined(form);
  const response = await fetch(new Request(`${baseUrl}${path}`, { method: "POST", body, headers }));
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: v.parse(responseSchema, text === "" ? {} : JSON.parse(text)),
  };
}

export function exchangeCode(
  org: Pick<TestOrg, "fetch">,
  code: string | undefined,
  change: Form = {},
  server: "" | "/default" = "",
) {
  return callAsClient(org, `/oauth2${server}/v1/token`, {
    grant_type: "authorization_code",
    client_id: clientId,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    code,
    ...change,
  });
}
