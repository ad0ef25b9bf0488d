import * as v from "valibot";
import { parseJson } from "../../oidc/json.ts";
import { demoApiToken } from "../demo-org-api.ts";
import type { ApiCall, ApiOutcome, ApiRefusal } from "./api-call.ts";

export type OrgApi = (call: ApiCall, signal?: AbortSignal) => Promise<ApiOutcome>;

const errorSchema = v.object({
  errorSummary: v.string(),
  errorCauses: v.optional(v.array(v.object({ errorSummary: v.string() })), []),
});

/** A client for the org's APIs. It throws only when its call is aborted. Callers validate the bodies. */
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
      return await parseOutcome(response, orgUrl);
    } catch (cause) {
      if (signal?.aborted) throw cause;
      return { kind: "unreachable" };
    }
  };
}

async function parseOutcome(response: Response, orgUrl: string): Promise<ApiOutcome> {
  const text = await response.text();
  const body = text === "" ? undefined : parseJson(text);
  // Without the worker, the static host responds instead: with a page, even with status 200, or with an empty error.
  if (body === undefined && (text !== "" || !response.ok)) return { kind: "unreadable" };
  if (!response.ok) return { kind: "refused", ...parseRefusal(response.status, body) };
  const next = /<([^>]+)>;\s*rel="next"/.exec(response.headers.get("Link") ?? "")?.[1];
  return {
    kind: "answered",
    body,
    ...(next?.startsWith(`${orgUrl}/`) && {
      next: { method: "GET", path: next.slice(orgUrl.length) },
    }),
  };
}

function parseRefusal(status: number, body: unknown): ApiRefusal {
  const error = v.safeParse(errorSchema, body);
  if (!error.success)
    return { status, summary: `The demo org returned status ${status}.`, causes: [] };
  const { errorSummary: summary, errorCauses } = error.output;
  const field = /^Api validation failed: (\w+\.[\w.]+)$/.exec(summary)?.[1];
  const causes = errorCauses.map((cause) => splitCause(cause.errorSummary, field));
  return { status, summary, causes };
}

/**
 * Splits a cause into its field and its message. Okta starts the cause with the field, as in `profile.name: …`, or names
 * one field for all causes in the error's summary.
 *
 * @param common The field from the summary.
 */
function splitCause(text: string, common: string | undefined): ApiRefusal["causes"][number] {
  const [, field, message] = /^([\w.[\]-]+): (.+)$/s.exec(text) ?? [];
  if (field && message) return { field, message };
  const attribute = /^Property name '([^']+)' is not defined in profile$/.exec(text)?.[1];
  if (attribute !== undefined) return { field: attribute, message: text };
  return { message: text, ...(common !== undefined && { field: common }) };
}
