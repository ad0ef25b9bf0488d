import type { Check } from "./check.ts";
import type { JsonObject } from "./json.ts";
import type { AccessToken } from "./tokens.ts";

export type UserInfoAnswer =
  | { kind: "claims"; claims: JsonObject }
  | {
      kind: "refused";
      status: number;
      error: string | undefined;
      description: string | undefined;
    }
  | { kind: "unreachable"; because: "failed" | "timed_out" }
  | { kind: "not_json"; contentType: string | undefined };

export async function fetchUserInfo(_: {
  endpoint: string;
  accessToken: AccessToken;
  fetch: typeof fetch;
  signal?: AbortSignal;
  timeoutMs?: number;
}): Promise<UserInfoAnswer> {
  return { kind: "unreachable", because: "failed" };
}

/** Both `undefined` where there are none. */
export function checkUserInfoSubject(_: {
  userInfoClaims: JsonObject;
  idTokenClaims: JsonObject | undefined;
}): Check {
  return {
    id: "id_token.userinfo_sub",
    about: "id_token",
    name: "UserInfo subject",
    status: "skipped",
    detail: "",
  };
}
