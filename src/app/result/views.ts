export const views = ["Tokens", "Compare", "Map"] as const;
