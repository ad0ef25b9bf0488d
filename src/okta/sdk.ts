import type { AuthorizationRequest } from "../oidc/authorization-request.ts";

export async function sendAuthorizationRequest(
  _request: AuthorizationRequest & { issuer: string },
  _page: { setLocation: (url: string) => void },
): Promise<void> {}

export function clearSdkTransaction(): void {}
