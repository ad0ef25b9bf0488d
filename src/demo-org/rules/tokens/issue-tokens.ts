import { ClaimEvaluationError } from "../claims/claim-evaluation-error.ts";
import type { TokenFlow } from "../claims/claims-context.ts";
import type { Permission, PermissionQuestion } from "../permission/permission.ts";
import { refusals, refuse } from "../permission/refusal.ts";
import type { Ports } from "../ports.ts";
import { buildAccessTokenClaims, orgAccessTokenType, type TokenSubject } from "./access-token.ts";
import { buildIdTokenClaims } from "./id-token.ts";
import { signToken } from "./sign-token.ts";

export type IssueOutcome = Awaited<ReturnType<typeof issueTokens>>;
export type IssuedTokens = Extract<IssueOutcome, { kind: "issued" }>["tokens"];

export type IssuingPorts = Pick<Ports, "clock" | "lifetimes" | "loadSigningKeys">;

type Issue = Omit<PermissionQuestion, "grantTypes"> & {
  readonly permission: Extract<Permission, { kind: "permitted" }>;
  readonly flow: TokenFlow;
  readonly authTime: number;
  readonly amr: readonly string[];
  readonly acr?: string | undefined;
  readonly nonce?: string | undefined;
  readonly hasAccessToken: boolean;
  readonly idToken: "fat" | "thin" | undefined;
  readonly code?: string | undefined;
};

/** Issues all requested tokens, or refuses the request if one claim can't be evaluated. */
export async function issueTokens(ports: IssuingPorts, issue: Issue) {
  const { server, configuration, application, user, permission, flow, authTime, amr, acr } = issue;
  const { scopes, nonce, hasAccessToken, code } = issue;
  const { appUser, groups, lifetimes } = permission;
  const { accessTokenSeconds = lifetimes.accessToken, idTokenSeconds } = ports.lifetimes();
  const context = { user, appUser, application, groups, scopes: new Set(scopes), flow, amr };
  const issuedAt = Math.floor(ports.clock() / 1000);
  const { orgId } = configuration;
  const subject: TokenSubject = { server, orgId, context, authTime, acr, issuedAt };
  const [key] = await ports.loadSigningKeys();
  try {
    const type = server.kind === "org" ? orgAccessTokenType : undefined;
    const accessToken = hasAccessToken
      ? await signToken(buildAccessTokenClaims(subject, accessTokenSeconds), key, type)
      : undefined;
    const isThin = issue.idToken === "thin";
    const binding = { isThin, nonce, accessToken, code, lifetimeSeconds: idTokenSeconds };
    const idToken = issue.idToken && (await signToken(buildIdTokenClaims(subject, binding), key));
    const tokens = {
      code,
      idToken,
      accessToken:
        accessToken === undefined
          ? undefined
          : { token: accessToken, expiresInSeconds: accessTokenSeconds },
      scopes,
    };
    return { kind: "issued", tokens } as const;
  } catch (cause) {
    if (!(cause instanceof ClaimEvaluationError)) throw cause;
    return refuse(refusals.claimNotEvaluated(cause.problem));
  }
}
