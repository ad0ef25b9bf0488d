/** Soon enough for whoever starts the next org on the same port. */
const everyMs = 250;

/**
 * Ends the process when its parent has ended.
 *
 * `kill` of `npm run` reaches npm, which hands the signal to its shell; a shell that did not become the command, as
 * dash does not, ends of it alone, and the command would keep its port for good.
 */
export function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit();
  }, everyMs).unref();
}
