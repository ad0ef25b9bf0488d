import * as v from "valibot";
import { parseJson } from "../../../oidc/json.ts";
import type { ApiCall, ApiOutcome, ApiRefusal } from "./api-call.ts";

/** Makes calls to one org. */
export type OrgApi = (call: ApiCall, signal?: AbortSignal) => Promise<ApiOutcome>;

/** The demo org's, which is no secret: nobody but this browser can reach the org. */
const demoApiToken = "demo-api-token";

const errorSchema = v.object({
  errorSummary: v.string(),
  errorCauses: v.optional(v.array(v.object({ errorSummary: v.string() })), []),
});

/**
 * Makes calls to the Management API of the org at a URL, and to the demo org's own beside it. What an answer holds is
 * left as it came: whoever asked knows its schema.
 *
 * @param orgUrl Without a slash at its end.
 * @returns Never throws but for a call that was given up.
 */
export function createOrgApi(orgUrl: string, fetch: typeof globalThis.fetch): OrgApi {
  return async ({ method, path, body }, signal) => {
    try {
      const response = await fetch(`${orgUrl}${path}`, {
        method,
        headers: {
          Accept: "application/json",
          Authorization: `SSWS ${demoApiToken}`,
          ...(body !== undefined && { "Content-Type": "application/json" }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(signal && { signal }),
        cache: "no-store",
        credentials: "omit",
        redirect: "error",
      });
      return await readOutcome(response, orgUrl);
    } catch (cause) {
      if (signal?.aborted) throw cause;
      return { kind: "unreachable" };
    }
  };
}

async function readOutcome(response: Response, orgUrl: string): Promise<ApiOutcome> {
  const text = await response.text();
  const body = text === "" ? undefined : parseJson(text);
  // Where the worker is not in control, the static host answers in the org's place: with a page, be it of status 200, or
  // with a refusal that says nothing.
  if (body === undefined && (text !== "" || !response.ok)) return { kind: "unreadable" };
  if (!response.ok) return { kind: "refused", ...readRefusal(response.status, body) };
  const next = /<([^>]+)>;\s*rel="next"/.exec(response.headers.get("Link") ?? "")?.[1];
  return {
    kind: "answered",
    body,
    ...(next?.startsWith(`${orgUrl}/`) && {
      next: { method: "GET", path: next.slice(orgUrl.length) },
    }),
  };
}

function readRefusal(status: number, body: unknown): ApiRefusal {
  const error = v.safeParse(errorSchema, body);
  if (!error.success) return { status, summary: `The org answered ${status}.`, causes: [] };
  const { errorSummary: summary, errorCauses } = error.output;
  return { status, summary, causes: errorCauses.map((cause) => splitCause(cause.errorSummary)) };
}

/** Okta names the field first: `profile.name: The field cannot be left blank`. */
function splitCause(text: string): ApiRefusal["causes"][number] {
  const [, field, message] = /^([\w.[\]-]+): (.+)$/s.exec(text) ?? [];
  return field && message ? { field, message } : { message: text };
}
