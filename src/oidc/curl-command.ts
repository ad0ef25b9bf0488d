/** Shows the response's headers, including those of a redirect, which curl does not follow. */
export function buildCurlCommand(url: string): string {
  // Without `--globoff`, curl expands brackets and braces in a URL to many URLs.
  return `curl --globoff --include ${quoteForShell(url)}`;
}

/** For a POSIX shell. @see POSIX.1-2017, Shell Command Language §2.2.2 */
export function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
