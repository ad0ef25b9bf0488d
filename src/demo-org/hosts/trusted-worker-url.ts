/** The one policy that the page's Content-Security-Policy allows. */
const policyName = "demo-org-worker";

declare global {
  interface Window {
    /** Trusted Types, where the browser has them. Stands for a TrustedScriptURL wherever a string is typed. */
    readonly trustedTypes?: {
      readonly createPolicy: (
        name: string,
        rules: { readonly createScriptURL: (url: string) => string },
      ) => { readonly createScriptURL: (url: string) => string };
    };
  }
}

/**
 * Makes the function that vouches for the worker's address, and for no other.
 *
 * Under `require-trusted-types-for 'script'` a worker registers only from an address that a named policy has let pass.
 *
 * @param workerUrl The absolute address of the org's worker.
 * @see Trusted Types §4.6 (enforcement in the Service Worker specification's register)
 */
export function createWorkerUrlPolicy(workerUrl: string): (url: string) => string {
  const createScriptURL = (url: string) => {
    if (url !== workerUrl) throw new TypeError("This is not the URL of the demo org's worker");
    return url;
  };
  const policy = window.trustedTypes?.createPolicy(policyName, {
    createScriptURL,
  });
  return policy ? (url) => policy.createScriptURL(url) : createScriptURL;
}
