export const styles = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f6f6f4, #121317);
  --surface: light-dark(#fff, #1a1c22);
  --sunken: light-dark(#f1f0ec, #14161b);
  --ink: light-dark(#1b1c1f, #ecebe7);
  --ink-soft: light-dark(#5b5d64, #a9abb3);
  --line: light-dark(#e3e1db, #2c2f38);
  --line-strong: light-dark(#86837c, #7d828f);
  --accent: light-dark(#2b4fc4, #9db2ff);
  --accent-strong: light-dark(#20409f, #b9c8ff);
  --accent-surface: light-dark(#eef1fd, #222947);
  --on-accent: light-dark(#fff, #10142a);
  --pass: light-dark(#1b6e3c, #7fd6a0);
  --fail: light-dark(#b3261e, #ff9d95);
  --fail-surface: light-dark(#fcebe9, #3a1a18);
  --font-code: ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, monospace;
}
*, *::before, *::after { box-sizing: border-box; }
body {
  min-block-size: 100dvh;
  margin: 0;
  padding: clamp(0.5rem, 3vw, 2rem) clamp(0.5rem, 3vw, 1.5rem);
  background: var(--page);
  color: var(--ink);
  font: 0.875rem/1.5 Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  overflow-wrap: anywhere;
}
main {
  max-inline-size: 34rem;
  margin-inline: auto;
  padding: clamp(1rem, 4vw, 1.75rem) clamp(1rem, 4vw, 2rem);
  border: 1px solid var(--line);
  border-radius: 0.875rem;
  background: var(--surface);
}
main.wide { max-inline-size: 47.5rem; }
h1 { margin: 0; font-size: 1.375rem; font-weight: 680; line-height: 1.25; letter-spacing: -0.015em; text-wrap: balance; }
h2 { margin: 0; font-size: 0.9375rem; font-weight: 650; line-height: 1.4; }
p { margin: 0.75rem 0 0; text-wrap: pretty; }
h1 + p { margin-block-start: 0.25rem; }
a { color: var(--accent); font-weight: 500; text-underline-offset: 0.2em; }
a:hover { color: var(--accent-strong); }
code { font: 0.9375em/1.5 var(--font-code); }
.soft { color: var(--ink-soft); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.mark {
  inline-size: fit-content;
  margin: 0 0 0.5rem;
  padding: 0 0.4375rem;
  border: 1px solid currentcolor;
  border-radius: 0.375rem;
  color: var(--pass);
  font-size: 0.75rem;
  font-weight: 650;
}
dl { display: grid; margin: 1.25rem 0 0; }
dt { color: var(--ink-soft); font-size: 0.75rem; font-weight: 600; }
dd { margin: 0; padding-block: 0.125rem; }
dd + dt { margin-block-start: 0.75rem; }
dl + h2, dl + p + h2 { margin-block-start: 1.5rem; padding-block-start: 1.25rem; border-block-start: 1px solid var(--line); }
h2 + dl { margin-block-start: 0.5rem; }
button, input { font: inherit; }
button { cursor: pointer; }
.primary {
  inline-size: 100%;
  padding: 0.625rem 1rem;
  border: 1px solid transparent;
  border-radius: 0.5625rem;
  background: var(--accent);
  color: var(--on-accent);
  font-size: 0.9375rem;
  font-weight: 600;
}
.primary:hover { background: var(--accent-strong); }
main > form { margin-block-start: 1.25rem; }

.sign-in { display: grid; gap: 1.5rem 1.75rem; margin-block-start: 1.25rem; }
.sign-in h2 { color: var(--ink-soft); font-size: 0.8125rem; font-weight: 600; }
.sign-in header { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 1rem; }
.skip { font-size: 0.8125rem; }
@media (min-width: 42rem) {
  .sign-in { grid-template-columns: 1.15fr 1fr; align-items: start; }
  .password { position: sticky; inset-block-start: 1rem; }
  .skip:not(:focus) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
}
.people { display: grid; gap: 0.375rem; margin: 0.5rem 0 0; padding: 0; list-style: none; }
.people li {
  position: relative;
  min-inline-size: 0;
  padding: 0.375rem 0.8125rem 0.4375rem;
  border: 1px solid var(--line);
  border-radius: 0.625rem;
}
.people li:hover { border-color: var(--accent); background: var(--accent-surface); }
.people button {
  display: block;
  inline-size: 100%;
  padding: 0;
  border: 0;
  background: none;
  color: inherit;
  font-weight: 600;
  text-align: start;
}
/* Makes the whole card clickable, although the button's accessible name is only the username. */
.people button::after { content: ""; position: absolute; inset: -1px; border-radius: 0.625rem; }
.people button:focus { outline: none; }
.people button:focus::after { outline: 2px solid var(--accent); outline-offset: -1px; }
.people p { margin: 0; color: var(--ink-soft); font-size: 0.8125rem; line-height: 1.4; }
.password form, .second-factor form { display: grid; gap: 0.75rem; margin-block-start: 0.5rem; }
.second-factor { margin-block-start: 1.25rem; }
.second-factor > p { margin: 0; }
.question { margin: 0 0 0.5rem; }
label { display: block; margin-block-end: 0.25rem; font-size: 0.75rem; font-weight: 600; }
input {
  inline-size: 100%;
  padding: 0.5rem 0.6875rem;
  border: 1px solid var(--line-strong);
  border-radius: 0.5rem;
  background: var(--surface);
  color: inherit;
}
input[aria-invalid="true"] { border-color: var(--fail); box-shadow: inset 0 0 0 1px var(--fail); }
.hint { margin: 0.25rem 0 0; color: var(--ink-soft); font-size: 0.8125rem; }
.cancel { margin: 0; text-align: center; }
.problem {
  margin: 0;
  padding: 0.5rem 0.75rem;
  border: 1px solid var(--fail);
  border-radius: 0.5rem;
  background: var(--fail-surface);
  color: var(--fail);
  font-weight: 600;
}
@media (forced-colors: active) {
  .primary { border-color: ButtonText; }
  .people li { border-color: ButtonText; }
  .people li:hover { border-color: Highlight; }
  .people button:focus::after { outline-color: Highlight; }
}
@media print {
  body { padding: 0; }
  main { border: 0; }
}
`;
