/** Fast enough for a new org to be started on the same port. */
const everyMs = 250;

/**
 * `npm run` passes a signal to its shell. A shell that doesn't exec the command, such as dash, ends alone, and the
 * command would keep its port.
 */
export function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit();
  }, everyMs).unref();
}
