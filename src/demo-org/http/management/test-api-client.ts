import { baseUrl, type TestOrg } from "../../test-support/test-org.ts";
import { defaultApiToken } from "../state/org.ts";

type Call = { readonly token?: string | undefined; readonly headers?: Record<string, string> };

export type ApiResponse = Awaited<ReturnType<typeof callApi>>;

/**
 * For tests: calls the Management API as a script. A path is relative to `/api/v1`, or starts with `/demo` for the
 * demo org's own API.
 */
export async function callApi(
  { fetch }: Pick<TestOrg, "fetch">,
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  body?: unknown,
  { token = defaultApiToken, headers }: Call = {},
) {
  const response = await fetch(
    new Request(`${baseUrl}${path.startsWith("/demo/") ? "" : "/api/v1"}${path}`, {
      method,
      headers: { Authorization: `SSWS ${token}`, "Content-Type": "application/json", ...headers },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  const parsed: unknown = text === "" ? undefined : JSON.parse(text);
  return { status: response.status, headers: response.headers, body: parsed };
}

export function parseId({ body }: Pick<ApiResponse, "body">): string {
  return typeof body === "object" && body !== null && "id" in body ? String(body.id) : "";
}

export function parseCauses({ body }: Pick<ApiResponse, "body">): readonly string[] {
  if (typeof body !== "object" || body === null || !("errorCauses" in body)) return [];
  return Array.isArray(body.errorCauses) ? body.errorCauses.map((it) => it.errorSummary) : [];
}
