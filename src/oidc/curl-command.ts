/**
 * Writes a command that asks for a URL and shows the answer's headers, where a redirect is to be seen. It does
 * not follow the redirect.
 *
 * @returns One line for a POSIX shell.
 */
export function buildCurlCommand(url: string): string {
  // `--globoff`: curl would otherwise read brackets and braces in a URL as a pattern of many URLs.
  return `curl --globoff --include ${quoteForShell(url)}`;
}

/**
 * Quotes a text for a POSIX shell. Single quotes keep everything from the shell but a single quote itself.
 *
 * @see POSIX.1-2017, Shell Command Language §2.2.2
 */
export function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
