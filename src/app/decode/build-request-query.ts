import type { AuthorizeUrl } from "../../okta/authorize-url.ts";
import type { ChangedRequest } from "../../okta/found-cause.ts";
import { buildChoiceQuery, initialChoice } from "../request-choice.ts";
import { toChoice } from "../result/to-choice.ts";
import type { InferredRequest } from "./infer-request.ts";

/** @returns `undefined` if the tokens don't name the org or the app. */
export function buildInferredQuery(
  { issuer, clientId, scopes, responseTypes }: InferredRequest,
  demoOrgUrl: string,
  change: ChangedRequest = {},
): string | undefined {
  if (!issuer || clientId === undefined) return undefined;
  const { server, orgUrl } = issuer;
  const [responseType] = responseTypes;
  const request = { orgUrl, clientId, server, responseType, scopes, ...change };
  return buildRequestQuery(request, demoOrgUrl);
}

type KnownRequest = Pick<AuthorizeUrl, "orgUrl" | "clientId" | "server" | "responseType"> & {
  scopes: readonly string[] | undefined;
};

/** @returns `undefined` if the request doesn't name the org or the response type. */
export function buildRequestQuery(
  { orgUrl, clientId, server, responseType, scopes }: KnownRequest,
  demoOrgUrl: string,
): string | undefined {
  if (orgUrl === undefined || !responseType) return undefined;
  return buildChoiceQuery({
    ...initialChoice,
    ...(orgUrl === demoOrgUrl
      ? { org: "demo" }
      : { org: "own", domain: orgUrl.replace(/^https:\/\//, ""), clientId }),
    ...toChoice({ server, responseType, ...(scopes && { scopes }) }),
  });
}
