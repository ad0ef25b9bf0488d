import type { Check } from "../../oidc/check.ts";
import { checkAccessToken, checkIdToken, checkState } from "../../oidc/claims-checks.ts";
import {
  checkResponseIssuer,
  checkResponseTokens,
  checkTokenType,
} from "../../oidc/response-checks.ts";
import { checkUserInfoSubject } from "../../oidc/userinfo.ts";
import { issuerOf } from "../../okta/authorization-server.ts";
import { tokenClaimsOf } from "../issued-tokens.ts";
import { isOpaque } from "../result/slots/is-opaque.ts";
import type { Run } from "../run.ts";

const opaqueBecause =
  "The org server’s access tokens are for Okta alone. Okta may change them at any time, so apps don’t check them.";

/** The checks that need no network: state, returned tokens, issuer, audience, nonce, times, UserInfo's user. */
export function checkRun(run: Run, nowSeconds: number): readonly Check[] {
  const { request, response, userInfo } = run;
  const issuer = request && issuerOf(request.orgUrl, request.server);
  const ofEveryResponse = [
    checkState({
      expected: request?.state ?? run.expectedState,
      received: response.states,
      isRepeat: run.origin === "repeated",
    }),
    checkResponseIssuer(response.issuer, issuer),
  ];
  if (response.kind !== "success") return ofEveryResponse.filter((it) => it !== undefined);

  const { idToken, accessToken } = response;
  const checks = [
    ...ofEveryResponse,
    request && checkResponseTokens(request.responseType, response),
    checkTokenType(response),
    ...(idToken
      ? checkIdToken({
          decoded: idToken.decoded,
          expected: { issuer, clientId: request?.clientId, nonce: request?.nonce },
          hasAccessToken: accessToken !== undefined,
          nowSeconds,
        })
      : []),
    ...(accessToken
      ? checkAccessToken({
          decoded: accessToken.decoded,
          expected: { issuer },
          opaqueBecause: isOpaque(run, accessToken.decoded) ? opaqueBecause : undefined,
          nowSeconds,
        })
      : []),
    userInfo && checkUserInfoSubject({ ...tokenClaimsOf(run), userInfoClaims: userInfo.claims }),
  ];
  return checks.filter((it) => it !== undefined);
}
