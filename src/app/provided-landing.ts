type Landing = Pick<typeof import("./landing.ts"), "sessionParts" | "showFirstFrame">;

let provide = (_landing: Landing) => {};

/** A landing's code, once the page has loaded it as a script. `import()` would tell only after another frame. */
export const providedLanding = new Promise<Landing>((resolve) => {
  provide = resolve;
});

export function provideLanding(landing: Landing): void {
  provide(landing);
}
