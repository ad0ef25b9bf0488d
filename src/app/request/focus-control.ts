/** Focuses the control of a parameter of the request. Opens the org choice if the control is in it. */
export function focusControl(form: HTMLFormElement | null, parameter: string): void {
  const part = `[data-parameter="${parameter}"]`;
  const find = (selector: string) => form?.querySelector<HTMLElement>(selector);
  const control =
    find(`:is(input, select)${part}`) ?? find(`${part} :checked`) ?? find(`${part} input`);
  focusInside(control);
}

/** Focuses the first field with a problem, which may be off screen. */
export function focusInvalid(form: HTMLFormElement | null): void {
  focusInside(form?.querySelector<HTMLElement>("[aria-invalid=true]"));
}

function focusInside(control: HTMLElement | null | undefined): void {
  const popover = control?.closest<HTMLElement>("[popover]");
  // CSS places a popover below its source.
  const source = document.querySelector<HTMLElement>(`[popovertarget="${popover?.id}"]`);
  popover?.showPopover(source ? { source } : undefined);
  control?.focus();
}
