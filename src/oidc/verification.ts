import type { Check } from "./check.ts";
import type { JsonObject, JsonValue } from "./json.ts";

export type SignatureToVerify = {
  token: string;
  about: "id_token" | "access_token";
  /** The server's keys as JSON Web Keys; `undefined` with the reason where they could not be read. */
  keys: readonly JsonObject[];
};

export type AccessTokenHashToVerify = {
  /** The ID token's `at_hash`; `undefined` where it has none. */
  atHash: JsonValue | undefined;
  accessToken: string;
};

export async function verifySignature({ about }: SignatureToVerify): Promise<Check> {
  return { id: `${about}.signature`, about, name: "Signature", status: "skipped", detail: "" };
}

export async function verifyAccessTokenHash(_: AccessTokenHashToVerify): Promise<Check> {
  return {
    id: "id_token.at_hash",
    about: "id_token",
    name: "Access token hash",
    status: "skipped",
    detail: "",
  };
}
