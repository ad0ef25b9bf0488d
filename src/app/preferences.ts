import { createSafeStorage } from "./safe-storage.ts";

export type Theme = "system" | "light" | "dark";

/** How the page looks. Nothing about requests or tokens. */
export type Preferences = ReturnType<typeof createPreferences>;

const themeKey = "groups-explorer:theme";
const explainsKey = "groups-explorer:explain-claims";

/** @param open Returns `localStorage`, whose getter throws where it is disabled. */
export function createPreferences(open: () => Storage) {
  const { load, save } = createSafeStorage(open);
  return {
    loadTheme(): Theme {
      const theme = load(themeKey);
      return theme === "light" || theme === "dark" ? theme : "system";
    },
    saveTheme: (theme: Theme) => save(themeKey, theme),
    loadExplainsClaims: () => load(explainsKey) === "true",
    saveExplainsClaims: (explains: boolean) => save(explainsKey, String(explains)),
  };
}
