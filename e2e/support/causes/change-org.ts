import type { Page } from "playwright/test";
import type { JsonObject, OrgChange } from "./org-changes.ts";

/** Sends a call to the org: from Node, or from a page whose worker is the org. */
export type SendCall = (
  method: string,
  url: string,
  body?: JsonObject,
) => Promise<{ readonly status: number; readonly text: string }>;

/**
 * Makes changes in an org, one after the other.
 *
 * @throws The org refuses one of them.
 */
export async function changeOrg(
  send: SendCall,
  orgUrl: string,
  changes: readonly OrgChange[],
): Promise<void> {
  for (const { method, path, body, merge } of changes) {
    const sent = merge
      ? mergeObjects(JSON.parse(await call(send, "GET", orgUrl + path)), merge)
      : body;
    await call(send, method, orgUrl + path, sent);
  }
}

async function call(send: SendCall, method: string, url: string, body?: JsonObject) {
  const { status, text } = await send(method, url, body);
  if (status >= 300) throw new Error(`${method} ${url} returned ${status}: ${text}`);
  return text;
}

/** Members that are objects on both sides are merged, too. */
function mergeObjects(before: JsonObject, change: JsonObject): JsonObject {
  const merged = Object.entries(change).map(([name, value]) => {
    const old = before[name];
    return [name, isObject(old) && isObject(value) ? mergeObjects(old, value) : value] as const;
  });
  return { ...before, ...Object.fromEntries(merged) };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Sends calls from a page, because only the page can reach the org in its service worker. */
export function sendFromPage(page: Page): SendCall {
  return (method, url, body) =>
    page.evaluate(
      async (call) => {
        const response = await fetch(call.url, {
          method: call.method,
          headers: { Authorization: "SSWS demo-api-token", "Content-Type": "application/json" },
          ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
        });
        return { status: response.status, text: await response.text() };
      },
      { method, url, body },
    );
}
