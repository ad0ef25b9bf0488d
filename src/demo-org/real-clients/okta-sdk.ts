// biome-ignore lint/style/noRestrictedImports: what Okta's own client makes of the org's API is the question here.
import { Client, type Collection } from "@okta/okta-sdk-nodejs";
import { expect } from "vitest";

/** For tests: Okta's SDK for Node, without its memory of what it has read. */
export function createSdk(orgUrl: string, token = "demo-api-token"): Client {
  return new Client({ orgUrl, token, cacheMiddleware: null });
}

/** Every page of a list. */
export async function collect<T>(list: Promise<Collection<T>>): Promise<readonly T[]> {
  const items: T[] = [];
  await (await list).each((item) => void items.push(item));
  return items;
}

/** What the SDK throws for an error in Okta's shape. */
export const refusal = (status: number, errorCode: string) =>
  expect.objectContaining({ name: "OktaApiError", status, errorCode });
