import type { TokenName } from "../../oidc/check.ts";
import { buildClaimsSet, type ClaimsSet } from "../../oidc/claims-set.ts";
import { findMember } from "../../oidc/json.ts";
import type { DecodedJwt } from "../../oidc/jwt.ts";
import type { ReceivedToken, SuccessResponse } from "../../oidc/parsed-response.ts";
import { asAccessToken, asIdToken } from "../../oidc/tokens.ts";
import { type IdTokenVerdict, judgeIdToken } from "../../okta/fat-and-thin.ts";
import { mayBeFromOkta } from "../../okta/may-be-from-okta.ts";
import { tokenClaimsOf } from "../issued-tokens.ts";
import { findUserId } from "../result/claims-sources.ts";
import type { Run } from "../run.ts";
import type { DamagedJwt } from "./jwt-damage.ts";
import {
  buildResponse,
  type PastedClaims,
  type PastedPart,
  type PastedResponse,
} from "./pasted-part.ts";

export type PastedRun = Run & {
  pasted: NonNullable<Run["pasted"]>;
  damaged: Readonly<Partial<Record<TokenName, DamagedJwt>>>;
};

type Options = { number: number; parts: readonly PastedPart[]; nowSeconds: number };

/** Builds a run that the result's views can show. A damaged token has the claims that are still readable. */
export function buildPastedRun(part: PastedResponse | PastedClaims, options: Options): PastedRun {
  const { number, parts, nowSeconds } = options;
  const { from, tokens, response } =
    part.kind === "response" ? part : buildResponse("loose_tokens", {});
  const { idToken, accessToken } =
    response.kind === "success" ? response : { idToken: undefined, accessToken: undefined };
  const findDamaged = (token: ReceivedToken<string> | undefined) =>
    tokens.find(({ raw }) => raw === token?.raw)?.damaged;
  const [damagedId, damagedAccess] = [findDamaged(idToken), findDamaged(accessToken)];
  const damaged = {
    ...(damagedId && { id_token: damagedId }),
    ...(damagedAccess && { access_token: damagedAccess }),
  };
  const run: Run = {
    id: `pasted-${number}`,
    number,
    receivedAtSeconds: nowSeconds,
    origin: "unexpected",
    request: undefined,
    expectedState: undefined,
    response:
      response.kind === "success"
        ? {
            ...response,
            idToken: idToken && withRecoveredClaims(idToken, damagedId),
            accessToken: accessToken && withRecoveredClaims(accessToken, damagedAccess),
            ...(part.kind === "claims" && buildToken(part)),
          }
        : response,
    responseText: "",
    tokenRequest: undefined,
    userInfo: undefined,
  };
  const isUserInfo = part.kind === "claims" && part.place === "UserInfo";
  const partialTokens = (["id_token", "access_token"] as const).filter((name) =>
    damaged[name]?.damage.some(({ segment }) => segment === "payload"),
  );
  return {
    ...run,
    userInfo: isUserInfo ? part.set : findUserInfo(run, parts),
    pasted: { idTokenVerdict: judgeWeight(run, from, partialTokens), partialTokens },
    damaged,
  };
}

function findUserInfo(run: Run, parts: readonly PastedPart[]): ClaimsSet | undefined {
  const userId = findUserId(run);
  if (userId === undefined) return undefined;
  const sets = parts.flatMap((part) =>
    part.kind === "claims" && part.place === "UserInfo" ? [part.set] : [],
  );
  return sets.find(({ claims }) => findMember(claims, "sub") === userId);
}

/** Builds a token from its payload, because only the payload was pasted. */
function buildToken({ place, set }: PastedClaims): Partial<SuccessResponse> {
  const decoded: DecodedJwt = { kind: "decoded", header: {}, headerText: "{}", ...set };
  if (place === "ID token") return { idToken: { raw: asIdToken(""), decoded } };
  return place === "Access token" ? { accessToken: { raw: asAccessToken(""), decoded } } : {};
}

function withRecoveredClaims<Raw extends string>(
  token: ReceivedToken<Raw>,
  damaged: DamagedJwt | undefined,
): ReceivedToken<Raw> {
  if (!damaged) return token;
  const { header = { object: {}, text: "{}" }, payload } = damaged;
  if (!payload) return token;
  const set = buildClaimsSet(payload.text, payload.object);
  return {
    raw: token.raw,
    decoded: { kind: "decoded", header: header.object, headerText: header.text, ...set },
  };
}

function judgeWeight(
  run: Run,
  from: PastedResponse["from"],
  partialTokens: readonly TokenName[],
): IdTokenVerdict {
  const { response } = run;
  const { idTokenClaims: claims } = tokenClaimsOf(run);
  const unknown = (reason: string): IdTokenVerdict => ({ kind: "unknown", reason });
  if (!claims || response.kind !== "success") return unknown("It can’t be read.");
  if (partialTokens.includes("id_token")) {
    return unknown("Part of its payload is missing, and may contain the other claims.");
  }
  if (!mayBeFromOkta(claims)) {
    return unknown(
      "Its issuer doesn’t look like an Okta org. Only Okta’s ID tokens are fat or thin.",
    );
  }
  if (!Object.hasOwn(claims, "iss")) {
    return unknown("It has no issuer. Only Okta’s ID tokens are fat or thin.");
  }
  if (from === "loose_tokens") return judgeIdToken({ claims, returned: undefined });
  const hasAccessToken = response.accessToken !== undefined;
  if (from === "token_response") {
    // Tokens that okta-auth-js stored have no token_type, and can be from any flow.
    const isForCode = hasAccessToken && response.tokenType !== undefined;
    return judgeIdToken({ claims, returned: isForCode ? "for_code" : undefined });
  }
  return judgeIdToken({ claims, returned: hasAccessToken ? "with_access_token" : undefined });
}
