import type { ReactNode } from "react";
import { render } from "vitest-browser-react";
import type { ApiCall, ApiOutcome } from "../../org-api/api-call.ts";
import { createOwnChanges, OrgApiProvider } from "../../org-api/org-api-context.ts";

/** Renders a form, and records the calls that save something. @param preview The response to the demo org's own calls. */
export async function renderForm(
  form: ReactNode,
  outcome: ApiOutcome = { kind: "answered", body: {} },
  preview?: unknown,
  lists: Readonly<Record<string, unknown>> = {},
): Promise<readonly ApiCall[]> {
  const saved: ApiCall[] = [];
  const api = async (call: ApiCall): Promise<ApiOutcome> => {
    if (call.path.startsWith("/demo/")) return { kind: "answered", body: preview };
    const list = call.method === "GET" && lists[call.path.replace(/\?.*/, "")];
    if (list) return { kind: "answered", body: list };
    if (call.method !== "GET") saved.push(call);
    return outcome;
  };
  const ownChanges = createOwnChanges();
  await render(<OrgApiProvider value={{ api, ownChanges }}>{form}</OrgApiProvider>);
  return saved;
}

export function refuse(field: string, message: string): ApiOutcome {
  const summary = "Api validation failed";
  return { kind: "refused", status: 400, summary, causes: [{ field, message }] };
}
