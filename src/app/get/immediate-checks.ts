import { statesOf } from "../../oidc/authorization-response.ts";
import type { Check } from "../../oidc/check.ts";
import { checkAccessToken, checkIdToken, checkState } from "../../oidc/claims-checks.ts";
import { issuerOf } from "../../okta/authorization-server.ts";
import type { Reading } from "../reading.ts";
import type { Run } from "../runs.ts";

const opaqueBecause =
  "The org authorization server’s access tokens are for Okta alone, which may change them any day; a client does not check them.";

/** The checks that need nothing but what came and what was asked: state, nonce, issuer, audience, times. */
export function checkAtOnce(run: Run, reading: Reading, nowSeconds: number): readonly Check[] {
  const { request } = run;
  const state = checkState({
    expected: request?.state ?? run.expectedState,
    received: statesOf(run.fragment),
    isRepeat: run.isRepeat,
  });
  if (reading.kind !== "answered") return [state];

  const { idToken, accessToken } = reading;
  const issuer = request && issuerOf(request.orgUrl, request.server);
  const checks = [state];
  if (idToken) {
    checks.push(
      ...checkIdToken({
        decoded: idToken.decoded,
        expected: { issuer, clientId: request?.clientId, nonce: request?.nonce },
        hasAccessToken: accessToken !== undefined,
        nowSeconds,
      }),
    );
  }
  if (accessToken) {
    checks.push(
      ...checkAccessToken({
        decoded: accessToken.decoded,
        expected: { issuer },
        opaqueBecause: accessToken.isOpaque ? opaqueBecause : undefined,
        nowSeconds,
      }),
    );
  }
  return checks;
}
