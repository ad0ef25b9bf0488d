import type { Context, MiddlewareHandler } from "hono";
import { createRandomId } from "../../random-id.ts";
import { renderError } from "../management/api-error.ts";
import { describeError, type Fault, isFaultFor } from "../state/fault.ts";
import type { Org } from "../state/org.ts";

const refusedRequests = new WeakMap<Context, Fault>();

/** Applies the next matching fault. `/authorize` sends OAuth errors itself, because it knows the redirect URI. */
export function faultMiddleware(org: Org): MiddlewareHandler {
  return async (c, next) => {
    const path = c.req.path.slice(org.basePath.length);
    const fault = c.req.method === "OPTIONS" ? undefined : await takeFault(org, path);
    if (fault?.delayMs !== undefined) await wait(fault.delayMs);
    if (!fault || (fault.status === undefined && fault.error === undefined)) return next();
    if (fault.error !== undefined && path.endsWith("/v1/authorize")) {
      refusedRequests.set(c, fault);
      return next();
    }
    return sendFault(fault);
  };
}

export function findOAuthFault(c: Context): Fault | undefined {
  return refusedRequests.get(c);
}

async function takeFault({ controls }: Org, path: string): Promise<Fault | undefined> {
  if (!controls.current().faults.some((fault) => isFaultFor(fault, path))) return undefined;
  let taken: Fault | undefined;
  await controls.change((latest) => {
    taken = latest.faults.find((fault) => isFaultFor(fault, path));
    const faults = latest.faults.flatMap((fault) => {
      if (fault !== taken) return [fault];
      return fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
    });
    return { ...latest, faults };
  });
  return taken;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function sendFault(fault: Fault): Response {
  const { status = 400, body, error } = fault;
  const content =
    error === undefined
      ? (body ?? describeStatus(status))
      : { error, error_description: describeError(fault) };
  return new Response(JSON.stringify(content), {
    status,
    headers: {
      "Content-Type": "application/json",
      "Cache-Control": "no-store",
      ...(status === 429 && describeLimit()),
    },
  });
}

// Okta's SDKs retry only with these headers. They compare the reset time with the `Date` header, which has the time of
// the machine, not of the org.
// @see Okta: Rate limit best practices, "rate limit headers"; okta-sdk-nodejs, `DefaultRequestExecutor`
function describeLimit(): Record<string, string> {
  return {
    "X-Rate-Limit-Limit": "600",
    "X-Rate-Limit-Remaining": "0",
    "X-Rate-Limit-Reset": String(Math.floor(Date.now() / 1000) + 1),
    "X-Okta-Request-Id": createRandomId(),
  };
}

/** @see Okta: Okta API error codes, E0000047 and E0000009 */
function describeStatus(status: number) {
  return status === 429
    ? renderError("E0000047", "API call exceeded rate limit due to too many requests.")
    : renderError("E0000009", "Internal Server Error");
}
