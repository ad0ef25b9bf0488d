import { readCookie, type SessionCarrier } from "./sessions.ts";

/**
 * Ties a sign-in form to the browser that it was shown to, so that no other page can send one in its place
 * (login CSRF). With cookies, a cookie repeats the transaction's id, which is unguessable; a worker's forms
 * never leave the browser, and only its own pages know the id.
 */
export type BrowserBinding = {
  readonly headersFor: (transactionId: string) => Headers;
  readonly isBound: (request: Request, transactionId: string) => boolean;
};

const cookieName = "signin";

export function createBrowserBinding(carrier: SessionCarrier, path: string): BrowserBinding {
  if (carrier === "store") return { headersFor: () => new Headers(), isBound: () => true };
  return {
    headersFor: (transactionId) =>
      new Headers({
        "Set-Cookie": `${cookieName}-${transactionId.slice(0, 8)}=${transactionId}; Path=${path}; HttpOnly; SameSite=Lax; Max-Age=3600`,
      }),
    isBound: (request, transactionId) =>
      readCookie(request, `${cookieName}-${transactionId.slice(0, 8)}`) === transactionId,
  };
}
