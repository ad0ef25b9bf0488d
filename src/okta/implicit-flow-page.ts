/** A separate file, because the first view loads this address, but not the list of all sources. */
export const implicitFlowPage =
  "https://developer.okta.com/docs/guides/implement-grant-type/implicit/main/";
