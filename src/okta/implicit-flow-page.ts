/** In a file of its own: the first view loads this page's address, but not the list of all sources. */
export const implicitFlowPage =
  "https://developer.okta.com/docs/guides/implement-grant-type/implicit/main/";
