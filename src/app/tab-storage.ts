export type SaveResult = "saved" | "full" | "disabled";

/** Storage that ends with the tab: `sessionStorage`, or memory if the browser disables it. Values are JSON. */
export type TabStorage = ReturnType<typeof createTabStorage>;

/** The key of a response that is stored until the code that parses it is loaded. */
export const unreadKey = "unread";
/** The key of the map's fill, which the map continues after each response. */
export const mapFillKey = "map-fill";
/** The key of the domain and the client ID that the user typed, in the format of the page's query. */
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
        // The storage is full. Remove the older value, so that a reload doesn't load it.
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
    // Use the storage once, because some browsers throw only then.
    storage.getItem(prefix);
    return storage;
  } catch {
    return undefined;
  }
}
