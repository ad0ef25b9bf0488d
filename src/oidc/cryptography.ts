/** False in insecure contexts, which have no `crypto.subtle`: W3C Web Cryptography API §10. */
export function hasCryptography(): boolean {
  return globalThis.crypto?.subtle !== undefined;
}

export const noCryptography =
  "Browsers provide cryptography only on https or localhost, so this was not checked.";
