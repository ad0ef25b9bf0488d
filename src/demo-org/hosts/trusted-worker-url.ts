/** The only policy that the page's Content-Security-Policy allows. */
const policyName = "demo-org-worker";

declare global {
  interface Window {
    /** Typed as returning a string, because DOM types expect one. */
    readonly trustedTypes?: {
      readonly createPolicy: (
        name: string,
        rules: { readonly createScriptURL: (url: string) => string },
      ) => { readonly createScriptURL: (url: string) => string };
    };
  }
}

/** `require-trusted-types-for 'script'` requires an approved URL. @see Trusted Types §4.6 */
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
