import * as v from "valibot";
import { verifier } from "./code-flow-org.ts";
import { baseUrl, clientId, redirectUri, type TestOrg } from "./test-org.ts";

/** `undefined` leaves a parameter out. */
type Form = Readonly<Record<string, string | undefined>>;

const answerSchema = v.looseObject({
  access_token: v.optional(v.string()),
  id_token: v.optional(v.string()),
  refresh_token: v.optional(v.string()),
  error_description: v.optional(v.string()),
});

/** For tests: an endpoint's response to a client. */
type ClientAnswer = {
  readonly status: number;
  readonly headers: Headers;
  /** An empty object if the response has no body. */
  readonly body: v.InferOutput<typeof answerSchema>;
};

/** For tests: posts a form to an endpoint, as a client does, and parses the JSON response. */
export async function callAsClient(
  { fetch }: Pick<TestOrg, "fetch">,
  path: string,
  form: Form,
  headers: Record<string, string> = {},
): Promise<ClientAnswer> {
  const given = Object.entries(form).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const body = new URLSearchParams(given);
  const response = await fetch(new Request(`${baseUrl}${path}`, { method: "POST", body, headers }));
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: v.parse(answerSchema, text === "" ? {} : JSON.parse(text)),
  };
}

/** For tests: exchanges a code, as a public client with PKCE. */
export function exchangeCode(
  org: Pick<TestOrg, "fetch">,
  code: string | undefined,
  change: Form = {},
  server: "" | "/default" = "",
): Promise<ClientAnswer> {
  return callAsClient(org, `/oauth2${server}/v1/token`, {
    grant_type: "authorization_code",
    client_id: clientId,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    code,
    ...change,
  });
}
