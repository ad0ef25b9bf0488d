import { type Check, defineCheck } from "../../oidc/check.ts";
import { checkAccessToken, checkIdToken } from "../../oidc/claims-checks.ts";
import { verifyAccessTokenHash } from "../../oidc/hash-checks.ts";
import { findMember } from "../../oidc/json.ts";
import type { ReceivedToken } from "../../oidc/parsed-response.ts";
import { checkUserInfoSubject } from "../../oidc/userinfo.ts";
import { isOpaque } from "../is-opaque.ts";
import { issuedTokens, tokenClaimsOf } from "../issued-tokens.ts";
import type { Run } from "../run.ts";
import { describeDamage } from "./describe-pasted.ts";
import type { PastedRun } from "./pasted-run.ts";
import { describeWeakSignature, listReceived, type Received } from "./signatures.ts";

/** Ends of the IDs of checks that compare with a request. They are left out, because this page sent no request. */
const requestChecks = [".iss", ".aud", ".azp", ".nonce"];
/** The name of the check that a damaged token fails. */
export const completeToken = "Complete token";
const expected = { issuer: undefined, clientId: undefined, nonce: undefined };

/** Runs the checks that need no network or request. Doesn't verify signatures or hashes. */
export function checkPasted(run: PastedRun, nowSeconds: number): readonly Check[] {
  const tokens = listReceived(run);
  const { userInfo } = run;
  const checks = [
    ...tokens.flatMap((it) => checkOne(it, run, nowSeconds)),
    ...(userInfo && tokens.length > 0
      ? [checkUserInfoSubject({ ...tokenClaimsOf(run), userInfoClaims: userInfo.claims })]
      : []),
  ];
  return checks.filter(({ id }) => !requestChecks.some((end) => id.endsWith(end)));
}

/** A damaged token fails only one check, because other checks would report missing claims that were only cut off. */
function checkOne({ about, token }: Received, run: PastedRun, nowSeconds: number) {
  const { raw, decoded } = token;
  const damage = run.damaged[about]?.damage;
  if (damage) {
    const detail = damage.map(describeDamage).join(" ");
    return [defineCheck(`${about}.format`, about, completeToken).fail(detail)];
  }
  if (raw === "") {
    return [
      defineCheck(`${about}.signature`, about, "Signature").skip(
        "Only the claims were pasted, without a signature. Anyone could have written them.",
      ),
    ];
  }
  const checks =
    about === "id_token"
      ? checkIdToken({ decoded, expected, hasAccessToken: false, hasCode: false, nowSeconds })
      : checkPastedAccessToken(run, token, nowSeconds);
  const weak = decoded.kind === "decoded" ? describeWeakSignature(decoded.header) : undefined;
  return checks.map((it) =>
    weak && it.id === `${about}.alg` ? { ...it, detail: weak.detail } : it,
  );
}

function checkPastedAccessToken(
  run: Run,
  { raw, decoded }: ReceivedToken<string>,
  nowSeconds: number,
) {
  const opaqueBecause = isOpaque(run, decoded)
    ? "The org server’s access tokens are only for Okta, so apps don’t check them."
    : raw.includes(".")
      ? undefined
      : "It is not a JWT, so there is nothing to check.";
  return checkAccessToken({ decoded, expected, opaqueBecause, nowSeconds });
}

/** Checks by `at_hash` whether the tokens belong together. @returns No check without both tokens and an `at_hash`. */
export async function checkPair(run: Run): Promise<readonly Check[]> {
  const { idToken, accessToken } = issuedTokens(run);
  if (idToken?.decoded.kind !== "decoded" || !accessToken || accessToken.raw === "") return [];
  const atHash = findMember(idToken.decoded.claims, "at_hash");
  return atHash === undefined
    ? []
    : [await verifyAccessTokenHash({ atHash, accessToken: accessToken.raw })];
}
