import type { LeftOutClaim } from "../../../okta/left-out.ts";
import type { IssuedTokens } from "../../issued-tokens.ts";
import type { Run } from "../../run.ts";
import { isOpaque } from "../slots/is-opaque.ts";
import { judgeRunIdToken } from "../slots/judge-run-id-token.ts";
import type { Payload } from "./sequence.ts";

/** The tokens that one endpoint returned, with their weight where their claims can be read. */
export function buildTokenPayloads(
  run: Run,
  { source, idToken, accessToken }: IssuedTokens,
  leftOut: readonly LeftOutClaim[] | undefined,
): readonly Payload[] {
  return [
    ...(idToken ? [describeIdToken(run, { source, idToken }, leftOut)] : []),
    ...(accessToken ? [describeAccessToken(run, { source, accessToken })] : []),
  ];
}

function describeIdToken(
  run: Run,
  { source, idToken }: Pick<IssuedTokens, "source"> & { idToken: Token<"idToken"> },
  leftOut: readonly LeftOutClaim[] | undefined,
): Payload {
  const payload = { name: "ID token", target: "id-token", source } as const;
  const { decoded } = idToken;
  if (decoded.kind === "undecodable") return { ...payload, tag: describeProblem(decoded) };
  const { kind } = judgeRunIdToken(run, decoded.claims);
  const known = kind === "fat" ? (leftOut ?? []) : leftOut;
  return {
    ...payload,
    ...(kind !== "unknown" && { tag: kind }),
    weight: { members: decoded.members, leftOut: known },
  };
}

function describeAccessToken(
  run: Run,
  { source, accessToken }: Pick<IssuedTokens, "source"> & { accessToken: Token<"accessToken"> },
): Payload {
  const payload = { name: "Access token", target: "access-token", source } as const;
  const { decoded } = accessToken;
  if (decoded.kind === "undecodable") {
    return { ...payload, tag: isOpaque(run, decoded) ? "opaque" : describeProblem(decoded) };
  }
  return {
    ...payload,
    ...(isOpaque(run, decoded) && { tag: "opaque" }),
    weight: { members: decoded.members, leftOut: [] },
  };
}

type Token<Name extends "idToken" | "accessToken"> = NonNullable<IssuedTokens[Name]>;
type Undecodable = Extract<Token<"idToken">["decoded"], { kind: "undecodable" }>;

function describeProblem({ problem }: Undecodable): string {
  return problem.code === "encrypted" ? "encrypted" : "can’t be decoded";
}
