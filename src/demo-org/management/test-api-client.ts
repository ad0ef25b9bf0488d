import { baseUrl, type TestOrg } from "../test-org.ts";
import { defaultApiToken } from "./api-token.ts";

type Call = { readonly token?: string | undefined; readonly headers?: Record<string, string> };

/** For tests: what the Management API answers to a call with the org's token. */
export type ApiAnswer = {
  readonly status: number;
  readonly headers: Headers;
  /** undefined where the answer is empty. */
  readonly body: unknown;
};

/**
 * For tests: calls the Management API as a script does. A path is given from `/api/v1` on, without it; one of the org's
 * own API whole.
 */
export async function callApi(
  { answer }: Pick<TestOrg, "answer">,
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  body?: unknown,
  { token = defaultApiToken, headers }: Call = {},
): Promise<ApiAnswer> {
  const response = await answer(
    new Request(`${baseUrl}${path.startsWith("/demo/") ? "" : "/api/v1"}${path}`, {
      method,
      headers: { Authorization: `SSWS ${token}`, "Content-Type": "application/json", ...headers },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === "" ? undefined : JSON.parse(text),
  };
}

/** For tests: the ID of what an answer shows. */
export function readId({ body }: Pick<ApiAnswer, "body">): string {
  return typeof body === "object" && body !== null && "id" in body ? String(body.id) : "";
}

/** For tests: what a refusal names as its causes. */
export function readCauses({ body }: Pick<ApiAnswer, "body">): readonly string[] {
  if (typeof body !== "object" || body === null || !("errorCauses" in body)) return [];
  return Array.isArray(body.errorCauses) ? body.errorCauses.map((it) => it.errorSummary) : [];
}
