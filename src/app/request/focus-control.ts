/** Focuses the control of a parameter of the request. It may be in the org choice, which opens then. */
export function focusControl(form: HTMLFormElement | null, parameter: string): void {
  const part = `[data-parameter="${parameter}"]`;
  const find = (selector: string) => form?.querySelector<HTMLElement>(selector);
  const control =
    find(`:is(input, select)${part}`) ?? find(`${part} :checked`) ?? find(`${part} input`);
  control?.closest<HTMLElement>("[popover]")?.showPopover();
  control?.focus();
}
