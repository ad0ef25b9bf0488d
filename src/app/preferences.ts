import { createSafeStorage } from "./safe-storage.ts";

export type Theme = "system" | "light" | "dark";

/** How the page looks. Nothing about requests or tokens. */
export type Preferences = {
  readonly loadTheme: () => Theme;
  readonly saveTheme: (theme: Theme) => void;
  readonly loadExplainsClaims: () => boolean;
  readonly saveExplainsClaims: (explains: boolean) => void;
};

const themeKey = "groups-explorer:theme";
const explainsKey = "groups-explorer:explain-claims";

/** @param open Returns `localStorage`, whose getter throws where it is disabled. */
export function createPreferences(open: () => Storage): Preferences {
  const { load, save } = createSafeStorage(open);
  return {
    loadTheme() {
      const theme = load(themeKey);
      return theme === "light" || theme === "dark" ? theme : "system";
    },
    saveTheme: (theme) => save(themeKey, theme),
    loadExplainsClaims: () => load(explainsKey) === "true",
    saveExplainsClaims: (explains) => save(explainsKey, String(explains)),
  };
}
