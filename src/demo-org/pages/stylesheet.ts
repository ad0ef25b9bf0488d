/** The org's own look: calm, and not to be taken for Okta's. */
export const stylesheet = `
:root { color-scheme: light dark; --ink: light-dark(#1d1c1a, #eceae5); --soft: light-dark(#57534d, #b3afa7); --page: light-dark(#eceff1, #121618); --surface: light-dark(#fff, #1c2225); --line: light-dark(#cfd5d8, #39434a); --strong: light-dark(#7a858b, #84919a); --accent: light-dark(#0f5c6b, #7fd0e0); --on-accent: light-dark(#fff, #06262d); --accent-surface: light-dark(#e6f3f5, #17343b); --fail: light-dark(#b3261e, #ff9d95); --fail-surface: light-dark(#fcebe9, #3a1a18); }
*, ::before, ::after { box-sizing: border-box; }
body { margin: 0; min-block-size: 100dvh; background: var(--page); color: var(--ink); font: 1rem/1.5 ui-sans-serif, system-ui, sans-serif; }
.demo { margin: 0; padding: .625rem 1rem; background: var(--accent); color: var(--on-accent); text-align: center; font-size: .875rem; }
main { inline-size: min(60rem, 100% - 2rem); margin: clamp(1rem, 6vh, 4rem) auto 2rem; padding: clamp(1.25rem, 4vw, 2.5rem); border: 1px solid var(--line); border-radius: .75rem; background: var(--surface); }
main.narrow { inline-size: min(36rem, 100% - 2rem); }
h1 { margin: 0 0 .25rem; font-size: 1.5rem; line-height: 1.2; letter-spacing: -.02em; }
h2 { margin: 0 0 .75rem; font-size: 1.0625rem; }
p { margin: 0 0 1rem; overflow-wrap: anywhere; }
.soft { color: var(--soft); }
.ways { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: 1.5rem 3rem; margin-block-start: 1.5rem; }
label { display: block; margin-block-end: .25rem; font-weight: 600; }
input { inline-size: 100%; min-block-size: 2.75rem; margin-block-end: 1rem; padding: .5rem .75rem; border: 1px solid var(--strong); border-radius: .375rem; background: var(--surface); color: inherit; font: inherit; }
input[aria-invalid] { border-color: var(--fail); }
button { min-block-size: 2.75rem; padding: .5rem 1.25rem; border: 1px solid var(--strong); border-radius: .375rem; background: var(--surface); color: inherit; font: inherit; font-weight: 600; cursor: pointer; overflow-wrap: anywhere; }
button:hover { border-color: var(--accent); background: var(--accent-surface); }
button.primary { inline-size: 100%; border-color: transparent; background: var(--accent); color: var(--on-accent); }
button.primary:hover { filter: brightness(1.1); }
ul { display: grid; gap: .625rem; margin: 0; padding: 0; list-style: none; }
li button { inline-size: 100%; text-align: start; }
li small { display: block; margin: .125rem .25rem 0; color: var(--soft); }
.alert { margin-block: 1rem 0; padding: .75rem 1rem; border-inline-start: 4px solid var(--fail); border-radius: .375rem; background: var(--fail-surface); }
.alert p { margin: 0; }
code { font: .92em ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
dt { color: var(--soft); font-size: .875rem; } dd { margin: 0 0 .75rem; overflow-wrap: anywhere; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;
