/** Apart from Okta's other pages, whose list is no part of what a first view loads. */
export const implicitFlowPage =
  "https://developer.okta.com/docs/guides/implement-grant-type/implicit/main/";
