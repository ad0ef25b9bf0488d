import type { TokenName } from "../../oidc/check.ts";
import { buildClaimsSet, type ClaimsSet } from "../../oidc/claims-set.ts";
import { findMember } from "../../oidc/json.ts";
import type { DecodedJwt } from "../../oidc/jwt.ts";
import type { ReceivedToken, SuccessResponse } from "../../oidc/parsed-response.ts";
import { asAccessToken, asIdToken } from "../../oidc/tokens.ts";
import { type IdTokenVerdict, judgeIdToken } from "../../okta/fat-and-thin.ts";
import { mayBeFromOkta } from "../../okta/may-be-from-okta.ts";
import { issuedTokens, tokenClaimsOf } from "../issued-tokens.ts";
import type { Run } from "../run.ts";
import type { FoundToken } from "./found-token.ts";
import {
  buildResponse,
  type PastedClaims,
  type PastedPart,
  type PastedResponse,
} from "./pasted-part.ts";

type Options = { number: number; parts: readonly PastedPart[]; nowSeconds: number };

/** A run for the views of a result. What is left of a damaged token counts as its claims. */
export function buildPastedRun(part: PastedResponse | PastedClaims, options: Options): Run {
  const { number, parts, nowSeconds } = options;
  const { from, tokens, response } =
    part.kind === "response" ? part : buildResponse("loose_tokens", {});
  const run: Run = {
    id: `pasted-${number}`,
    number,
    receivedAtSeconds: nowSeconds,
    origin: "unexpected",
    request: undefined,
    expectedState: undefined,
    response:
      response.kind === "success" ? { ...response, ...buildContent(part, response) } : response,
    responseText: "",
    tokenRequest: undefined,
    userInfo: undefined,
  };
  const isUserInfo = part.kind === "claims" && part.place === "UserInfo";
  return {
    ...run,
    userInfo: isUserInfo ? part.set : findUserInfo(run, parts),
    pasted: {
      idTokenVerdict: judgeWeight(run, from, tokens),
      partialTokens: listPartialTokens(run, tokens),
    },
  };
}

function findUserInfo(run: Run, parts: readonly PastedPart[]): ClaimsSet | undefined {
  const { idTokenClaims, accessTokenClaims } = tokenClaimsOf(run);
  // In an access token, `sub` is the username and `uid` the user's ID.
  const userId =
    (idTokenClaims && findMember(idTokenClaims, "sub")) ??
    (accessTokenClaims && findMember(accessTokenClaims, "uid"));
  if (typeof userId !== "string") return undefined;
  const sets = parts.flatMap((part) =>
    part.kind === "claims" && part.place === "UserInfo" ? [part.set] : [],
  );
  return sets.find(({ claims }) => findMember(claims, "sub") === userId);
}

function buildContent(
  part: PastedResponse | PastedClaims,
  { idToken, accessToken }: SuccessResponse,
): Partial<Pick<SuccessResponse, "idToken" | "accessToken">> {
  if (part.kind === "response") {
    return {
      idToken: withRecoveredClaims(idToken, part.tokens),
      accessToken: withRecoveredClaims(accessToken, part.tokens),
    };
  }
  const decoded: DecodedJwt = { kind: "decoded", header: {}, ...part.set };
  if (part.place === "ID token") return { idToken: { raw: asIdToken(""), decoded } };
  return part.place === "Access token" ? { accessToken: { raw: asAccessToken(""), decoded } } : {};
}

function withRecoveredClaims<Raw extends string>(
  token: ReceivedToken<Raw> | undefined,
  tokens: readonly FoundToken[],
): ReceivedToken<Raw> | undefined {
  const damaged = tokens.find(({ raw }) => raw === token?.raw)?.damaged;
  if (!token || !damaged?.payload) return token;
  const { header = {}, payload } = damaged;
  const set = buildClaimsSet(JSON.stringify(payload), payload);
  return { raw: token.raw, decoded: { kind: "decoded", header, ...set } };
}

function judgeWeight(
  run: Run,
  from: PastedResponse["from"],
  tokens: readonly FoundToken[],
): IdTokenVerdict {
  const { response } = run;
  const { idTokenClaims: claims } = tokenClaimsOf(run);
  const unknown = (reason: string): IdTokenVerdict => ({ kind: "unknown", reason });
  if (!claims || response.kind !== "success") return unknown("It can’t be read.");
  if (listPartialTokens(run, tokens).includes("id_token")) {
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
    // What okta-auth-js stores has no token_type, and can be from any flow.
    const isForCode = hasAccessToken && response.tokenType !== undefined;
    return judgeIdToken({ claims, returned: isForCode ? "for_code" : undefined });
  }
  return judgeIdToken({ claims, returned: hasAccessToken ? "with_access_token" : undefined });
}

/** Tokens of which claims may be missing, because their payload is damaged. */
function listPartialTokens(run: Run, tokens: readonly FoundToken[]): readonly TokenName[] {
  const { idToken, accessToken } = issuedTokens(run);
  const isPartial = (token: ReceivedToken<string> | undefined) =>
    tokens.some(
      ({ raw, damaged }) =>
        raw === token?.raw && damaged?.damage.some(({ segment }) => segment === "payload"),
    );
  return [
    ...(isPartial(idToken) ? (["id_token"] as const) : []),
    ...(isPartial(accessToken) ? (["access_token"] as const) : []),
  ];
}
