import type { Check } from "../../oidc/check.ts";

const subjects: Record<Check["about"], string> = {
  request: "Request",
  response: "Response",
  userinfo: "UserInfo",
  id_token: "ID token",
  access_token: "Access token",
  metadata: "Server",
};

/** What a check is of: "ID token: Nonce". */
export function nameCheck({ about, name }: Check): string {
  return `${subjects[about]}: ${name}`;
}
