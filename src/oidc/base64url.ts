/** Without padding. @see RFC 4648 §5; RFC 7515 §2 */
export function encodeBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Takes base64, too, with padding or without. @returns A binary string, as `atob` does. @throws The text is neither. */
export function decodeToBinary(text: string): string {
  return atob(text.replaceAll("-", "+").replaceAll("_", "/"));
}
