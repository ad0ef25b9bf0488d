/** Builds a curl command that shows the response's headers and does not follow a redirect. */
export function buildCurlCommand(url: string): string {
  // Without `--globoff`, curl expands brackets and braces in a URL to many URLs.
  return `curl --globoff --include ${quoteForShell(url)}`;
}

/** Quotes a text for a POSIX shell. @see POSIX.1-2017, Shell Command Language §2.2.2 */
export function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
