export type SaveResult = "saved" | "full" | "disabled";

/** Storage that ends with the tab: `sessionStorage`, or memory if the browser disables it. Values are JSON. */
export type TabStorage = ReturnType<typeof createTabStorage>;

/** Where a response is stored until the code that parses it is loaded. */
export const unreadKey = "unread";
/** Where the map stores the fill that it continues after each response. */
export const mapFillKey = "map-fill";
/** Where the page stores the domain and the client ID that the user typed, in the format of its query. */
export const ownOrgKey = "own-org";

const prefix = "groups-explorer:";

/** @param open Returns `sessionStorage`, whose getter throws if a user or a policy has disabled it. */
export function createTabStorage(open: () => Storage) {
  const session = openStorage(open);
  const memory = new Map<string, unknown>();
  return {
    /** `false` if nothing survives the redirect to the authorization server. */
    survivesNavigation: session !== undefined,
    keys(): readonly string[] {
      const stored = session ? Array.from(session, (_, index) => session.key(index) ?? "") : [];
      const own = stored.filter((key) => key.startsWith(prefix));
      return [...memory.keys(), ...own.map((key) => key.slice(prefix.length))];
    },
    load(key: string): unknown {
      if (memory.has(key)) return memory.get(key);
      try {
        return JSON.parse(session?.getItem(prefix + key) ?? "null");
      } catch {
        return null;
      }
    },
    save(key: string, value: unknown): SaveResult {
      try {
        session?.setItem(prefix + key, JSON.stringify(value));
        memory.delete(key);
        if (session) return "saved";
      } catch {
        // Full. A reload must not load the older value.
        session?.removeItem(prefix + key);
      }
      memory.set(key, value);
      return session ? "full" : "disabled";
    },
    remove(key: string): void {
      memory.delete(key);
      session?.removeItem(prefix + key);
    },
  };
}

function openStorage(open: () => Storage): Storage | undefined {
  try {
    const storage = open();
    // Some browsers throw at the first use only.
    storage.getItem(prefix);
    return storage;
  } catch {
    return undefined;
  }
}
