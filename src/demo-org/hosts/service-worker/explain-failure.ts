import { renderError } from "../../http/management/api-error.ts";

const sentence =
  "The demo org could not process this request. It needs this browser’s storage: free some space, or allow this site to store data, then try again.";

/** For failures of the browser's storage. APIs return Okta's error shape. @see Okta: Okta API error codes, E0000009 */
export function explainFailure(url: string, orgUrl: string): Response {
  const isApi = ["/api/", "/demo/"].some((path) => url.startsWith(`${orgUrl}${path}`));
  const headers = {
    "Content-Type": isApi ? "application/json" : "text/plain; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  };
  return new Response(isApi ? JSON.stringify(renderError("E0000009", sentence)) : sentence, {
    status: 500,
    headers,
  });
}
