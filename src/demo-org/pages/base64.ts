/** Plain base64 with padding, as a content security policy wants its hashes. */
export function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
