/** The org can't start. The message says what is wrong and what to do about it. */
export class StartError extends Error {
  override readonly name = "StartError";
}

export function noPort(value: string): StartError {
  return new StartError(
    `"${value}" is not a port. Use a number from 1 to 65535, such as 8081, or 0 for any free port.`,
  );
}

export function findReason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
