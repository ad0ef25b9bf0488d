/** Fast enough for a new org to be started on the same port. */
const everyMs = 250;

/**
 * npm passes a signal to its shell. One that doesn't exec the command, such as dash, ends alone and leaves it
 * running.
 */
export function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit();
  }, everyMs).unref();
}
