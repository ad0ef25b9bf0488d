/** The look of the org's own pages: one sheet, written into each, so that they need nothing else. */
export const styles = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f4f5f4, #131615);
  --surface: light-dark(#fff, #1b1f1e);
  --ink: light-dark(#1b211f, #e9edeb);
  --ink-soft: light-dark(#56605c, #a9b3af);
  --line: light-dark(#dde2df, #323937);
  --line-strong: light-dark(#808b86, #77827d);
  --accent: light-dark(#17624f, #7fd3b8);
  --accent-strong: light-dark(#0f4c3d, #a5e6d0);
  --accent-surface: light-dark(#eaf4f0, #1c2f29);
  --on-accent: light-dark(#fff, #0c1f19);
  --fail: light-dark(#a3231b, #ff9d95);
  --fail-surface: light-dark(#fcebe9, #381a18);
}
*, *::before, *::after { box-sizing: border-box; }
body {
  min-block-size: 100vh;
  margin: 0;
  padding: clamp(0.5rem, 4vw, 4rem) clamp(0.5rem, 4vw, 1rem);
  background: var(--page);
  color: var(--ink);
  font: 1rem/1.5 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  overflow-wrap: anywhere;
}
main {
  max-inline-size: 26rem;
  margin-inline: auto;
  padding: clamp(1rem, 5vw, 2.25rem);
  border: 1px solid var(--line);
  border-radius: 0.875rem;
  background: var(--surface);
  box-shadow: 0 1px 2px light-dark(rgb(10 30 20 / 6%), rgb(0 0 0 / 40%));
}
main.wide { max-inline-size: 56rem; }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.25; letter-spacing: -0.01em; text-wrap: balance; }
h2 { margin: 0; font-size: 1rem; line-height: 1.4; }
p { margin: 0.75rem 0 0; text-wrap: pretty; }
a { color: var(--accent); text-underline-offset: 0.2em; }
a:hover { color: var(--accent-strong); }
code { font: 0.875em/1.5 ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, monospace; }
dl { display: grid; gap: 0.25rem; margin: 1.25rem 0 0; }
dt { margin-block-start: 0.5rem; color: var(--ink-soft); font-size: 0.875rem; }
dd { margin: 0; }
dl + h2 { margin-block-start: 1.75rem; }
h2 + dl { margin-block-start: 0.25rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.mark {
  display: inline-block;
  margin: 0 0 1rem;
  padding: 0.1875rem 0.625rem;
  border: 1px solid currentcolor;
  border-radius: 99rem;
  color: var(--accent);
  font-size: 0.8125rem;
  font-weight: 600;
}
.soft { color: var(--ink-soft); font-size: 0.9375rem; }
.soft code { display: inline-block; }
.columns { display: grid; gap: 2rem; margin-block-start: 1.75rem; }
@media (min-width: 46rem) {
  .columns { grid-template-columns: 1fr 1fr; gap: 3.5rem; }
  .columns > * + * { position: relative; }
  .columns > * + *::before {
    content: "";
    position: absolute;
    inset-block: 0;
    inset-inline-start: -1.75rem;
    border-inline-start: 1px solid var(--line);
  }
}
form.credentials { display: grid; gap: 1rem; margin-block-start: 1rem; }
label { display: block; margin-block-end: 0.3125rem; font-size: 0.9375rem; font-weight: 600; }
input {
  inline-size: 100%;
  padding: 0.625rem 0.75rem;
  border: 1px solid var(--line-strong);
  border-radius: 0.5rem;
  background: var(--surface);
  color: inherit;
  font: inherit;
}
input[aria-invalid="true"] { border-color: var(--fail); box-shadow: inset 0 0 0 1px var(--fail); }
button { font: inherit; cursor: pointer; }
.primary {
  justify-self: start;
  padding: 0.625rem 1.25rem;
  border: 1px solid transparent;
  border-radius: 0.5rem;
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 600;
}
.primary:hover { background: var(--accent-strong); }
.people { display: grid; gap: 0.5rem; margin: 1rem 0 0; padding: 0; list-style: none; }
.people li {
  position: relative;
  padding: 0.5rem 0.75rem;
  border: 1px solid var(--line);
  border-radius: 0.5rem;
}
.people li:hover { border-color: var(--accent); background: var(--accent-surface); }
.people li:focus-within { border-color: var(--accent); }
.people button {
  padding: 0;
  border: 0;
  background: none;
  color: var(--accent);
  font-size: 0.9375rem;
  font-weight: 600;
  text-align: start;
}
.people button::after { content: ""; position: absolute; inset: 0; border-radius: 0.5rem; }
.people button:focus-visible { outline: none; }
.people button:focus-visible::after { outline: 3px solid var(--accent); outline-offset: 2px; }
.people p { margin: 0; color: var(--ink-soft); font-size: 0.875rem; line-height: 1.4; }
.problem {
  margin-block-start: 1.25rem;
  padding: 0.75rem 1rem;
  border-inline-start: 4px solid var(--fail);
  border-radius: 0.5rem;
  background: var(--fail-surface);
}
.problem p { margin: 0; }
.problem a { color: var(--fail); font-weight: 600; }
.wrong { margin: 0 0 0.3125rem; color: var(--fail); font-size: 0.875rem; }
@media (forced-colors: active) {
  .primary { border-color: ButtonText; }
  .people button:focus-visible::after { outline-color: Highlight; }
}
`;
