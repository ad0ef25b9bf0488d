import type { Store } from "../store.ts";
import { drawRandomId } from "../tokens/random-id.ts";

/** A browser in which somebody has signed in. */
export type Session = {
  readonly userId: string;
  /** When the password was typed, NumericDate seconds. */
  readonly authTime: number;
};

/**
 * How a browser's session is known again. A cookie does it where there are cookies; a service worker can
 * neither set nor see one, but has only one browser to serve.
 */
export type SessionCarrier = "cookie" | "store";

const cookieName = "sid";
/** Okta's default for a session without use. */
const lifetimeSeconds = 2 * 60 * 60;

export type Sessions = {
  readonly find: (request: Request) => Promise<Session | undefined>;
  /** @returns The headers that the answer must carry. */
  readonly begin: (session: Session) => Promise<Headers>;
  readonly end: (request: Request) => Promise<Headers>;
};

export function createSessions(options: {
  readonly store: Store;
  readonly carrier: SessionCarrier;
  /** The org's path, which the cookie is kept to. */
  readonly path: string;
  readonly isSecure: boolean;
  readonly nowSeconds: () => number;
}): Sessions {
  const { store, carrier, path, isSecure, nowSeconds } = options;

  const keyOf = (request: Request): string | undefined => {
    if (carrier === "store") return "session";
    const id = readCookie(request, cookieName);
    return id === undefined ? undefined : `session:${id}`;
  };
  const cookie = (value: string, maxAgeSeconds: number) =>
    `${cookieName}=${value}; Path=${path}; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${isSecure ? "; Secure" : ""}`;

  return {
    async find(request) {
      const key = keyOf(request);
      const session = key === undefined ? undefined : parseSession(await store.get(key));
      return session && session.authTime + lifetimeSeconds > nowSeconds() ? session : undefined;
    },
    async begin(session) {
      if (carrier === "store") {
        await store.set("session", session);
        return new Headers();
      }
      const id = drawRandomId();
      await store.set(`session:${id}`, session);
      return new Headers({ "Set-Cookie": cookie(id, lifetimeSeconds) });
    },
    async end(request) {
      const key = keyOf(request);
      if (key !== undefined) await store.delete(key);
      return carrier === "store" ? new Headers() : new Headers({ "Set-Cookie": cookie("", 0) });
    },
  };
}

export function readCookie(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get("Cookie") ?? "")
    .split(/;\s*/)
    .map((pair) => pair.split("=", 2));
  return pairs.find(([key]) => key === name)?.[1];
}

function parseSession(value: unknown): Session | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (!("userId" in value) || typeof value.userId !== "string") return undefined;
  if (!("authTime" in value) || typeof value.authTime !== "number") return undefined;
  return { userId: value.userId, authTime: value.authTime };
}
