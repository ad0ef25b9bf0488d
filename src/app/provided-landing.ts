type Landing = Pick<typeof import("./landing.ts"), "sessionParts" | "showFirstFrame">;

let provide = (_landing: Landing) => {};

/** Resolves with a landing's code once its script has run. `import()` would resolve a frame later. */
export const providedLanding = new Promise<Landing>((resolve) => {
  provide = resolve;
});

export function provideLanding(landing: Landing): void {
  provide(landing);
}
