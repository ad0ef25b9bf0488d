export type Theme = "system" | "light" | "dark";

/** How the page looks. Nothing about requests or tokens. */
export type Preferences = {
  readonly loadTheme: () => Theme;
  readonly saveTheme: (theme: Theme) => void;
  readonly loadExplainsClaims: () => boolean;
  readonly saveExplainsClaims: (explains: boolean) => void;
};

const prefix = "groups-explorer:";

/** @param open Returns `localStorage`, whose getter throws where it is disabled. */
export function createPreferences(open: () => Storage): Preferences {
  const { load, save } = createLocalStore(open);
  return {
    loadTheme() {
      const theme = load("theme");
      return theme === "light" || theme === "dark" ? theme : "system";
    },
    saveTheme: (theme) => save("theme", theme),
    loadExplainsClaims: () => load("explain-claims") === "true",
    saveExplainsClaims: (explains) => save("explain-claims", String(explains)),
  };
}

/** Texts in `localStorage`. If it is disabled or full, nothing is kept after a reload. */
export function createLocalStore(open: () => Storage) {
  return {
    load(key: string): string | null {
      try {
        return open().getItem(prefix + key);
      } catch {
        return null;
      }
    },
    save(key: string, value: string): void {
      try {
        open().setItem(prefix + key, value);
      } catch {}
    },
  };
}
