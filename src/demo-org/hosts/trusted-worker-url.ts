/** The only policy that the page's Content-Security-Policy allows. */
const policyName = "demo-org-worker";

declare global {
  interface Window {
    /** Trusted Types, if the browser supports them. Typed as returning a string, because DOM types expect one. */
    readonly trustedTypes?: {
      readonly createPolicy: (
        name: string,
        rules: { readonly createScriptURL: (url: string) => string },
      ) => { readonly createScriptURL: (url: string) => string };
    };
  }
}

/**
 * Creates a function that approves the worker's URL and no other.
 *
 * Under `require-trusted-types-for 'script'` a worker's URL must be approved by a named policy.
 *
 * @param workerUrl The absolute address of the org's worker.
 * @see Trusted Types §4.6 (enforcement in the Service Worker specification's register)
 */
export function createWorkerUrlPolicy(workerUrl: string): (url: string) => string {
  const createScriptURL = (url: string) => {
    if (url !== workerUrl) throw new TypeError("Not the demo org's worker");
    return url;
  };
  const policy = window.trustedTypes?.createPolicy(policyName, {
    createScriptURL,
  });
  return policy ? (url) => policy.createScriptURL(url) : createScriptURL;
}
