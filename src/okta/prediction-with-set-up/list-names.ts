/** More names would push the slots off the screen. */
const maxNames = 5;

export function listNames(groups: readonly string[]): string {
  const names = [...new Set(groups)];
  const shown = names.slice(0, maxNames).join(", ");
  return names.length > maxNames ? `${shown} and ${names.length - maxNames} more` : shown;
}
