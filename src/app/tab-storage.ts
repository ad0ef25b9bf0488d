/** What became of something that was to be kept for this tab. */
export type Kept = "kept" | "full" | "disabled";

/**
 * What the page keeps while the tab lives, and no longer: `sessionStorage`, or where that is switched off a map
 * that ends with the page. Values are JSON; whoever reads parses.
 */
export type TabStorage = {
  /** `false` where nothing will survive the trip to the authorization server. */
  readonly survivesNavigation: boolean;
  /** Whether there is anything to read at all. */
  readonly holdsAnything: () => boolean;
  readonly read: (key: string) => unknown;
  readonly write: (key: string, value: unknown) => Kept;
  readonly remove: (key: string) => void;
};

const prefix = "groups-explorer:";

/**
 * @param open Gives the browser's storage, or throws, as the getter of `window.sessionStorage` does where a
 *   person or a policy has switched it off.
 */
export function createTabStorage(open: () => Storage): TabStorage {
  const session = tryStorage(open);
  const memory = new Map<string, unknown>();
  return {
    survivesNavigation: session !== undefined,
    holdsAnything() {
      const keys = session ? Array.from(session, (_, index) => session.key(index)) : [];
      return memory.size > 0 || keys.some((key) => key?.startsWith(prefix));
    },
    read(key) {
      if (memory.has(key)) return memory.get(key);
      try {
        return JSON.parse(session?.getItem(prefix + key) ?? "null");
      } catch {
        return null;
      }
    },
    write(key, value) {
      try {
        session?.setItem(prefix + key, JSON.stringify(value));
        memory.delete(key);
        if (session) return "kept";
      } catch {
        // Full. The older value must not come back after a reload as if it were the newest.
        session?.removeItem(prefix + key);
      }
      memory.set(key, value);
      return session ? "full" : "disabled";
    },
    remove(key) {
      memory.delete(key);
      session?.removeItem(prefix + key);
    },
  };
}

function tryStorage(open: () => Storage): Storage | undefined {
  try {
    const storage = open();
    // Some browsers throw only when it is used. Reading is enough to tell, and goes well where it is full.
    storage.getItem(prefix);
    return storage;
  } catch {
    return undefined;
  }
}
