import type { AuthorizationServer } from "../../okta/authorization-server.ts";
import { noGroups } from "../../okta/causes/cause.ts";
import type { CauseId } from "../../okta/causes/cause-id.ts";
import { type Diagnosis, diagnose } from "../../okta/diagnosis.ts";
import { certainties, type FoundCause } from "../../okta/found-cause.ts";
import { issuedTokens, tokenClaimsOf } from "../issued-tokens.ts";
import { toDiagnosable } from "../result/verdict/to-diagnosable.ts";
import type { Run } from "../run.ts";
import type { InferredRequest } from "./infer-request.ts";

/**
 * Diagnoses each request that may have returned the tokens. A cause that applies to only some of these requests is
 * possible, not certain.
 */
export function diagnosePasted(
  run: Run,
  inferred: InferredRequest,
): Pick<Diagnosis, "found" | "causes"> {
  const requests = listPossibleRequests(inferred);
  const wordings = { ...scopeWordings(inferred), ...accessTokenWordings(run), ...otherWordings };
  const diagnoses = requests.map((request) => diagnose(toDiagnosable(run, request)));
  const all = diagnoses.flatMap(({ causes }) => causes);
  const causes = all
    .filter(({ id }, index) => all.findIndex((other) => other.id === id) === index)
    .map((cause) => {
      const isInAll = diagnoses.every((it) => it.causes.some(({ id }) => id === cause.id));
      return reword(cause, isInAll, wordings);
    });
  return { found: diagnoses[0]?.found ?? [], causes: causes.toSorted(byCertainty) };
}

type PossibleRequest = Parameters<typeof toDiagnosable>[1];

function listPossibleRequests(inferred: InferredRequest): readonly PossibleRequest[] {
  const { issuer, clientId = "", scopes, responseTypes } = inferred;
  const servers: readonly AuthorizationServer[] = issuer
    ? [issuer.server]
    : [{ kind: "org" }, { kind: "custom", id: "default" }];
  const scopeLists = scopes
    ? [scopes]
    : [
        ["openid", "profile", "email", "groups"],
        ["openid", "profile", "email"],
      ];
  return servers.flatMap((server) =>
    scopeLists.flatMap((list) =>
      responseTypes.map((responseType) => ({ server, clientId, scopes: list, responseType })),
    ),
  );
}

function byCertainty(a: FoundCause, b: FoundCause): number {
  return certainties.indexOf(a.certainty) - certainties.indexOf(b.certainty);
}

type Wording = {
  because?: string;
  observed?: string;
  possiblyBecause?: string;
  possiblyObserved?: string;
};

/**
 * Words in place of those in `okta/causes`, which are written for a request that this tab sent. The request behind a
 * pasted token is not known.
 */
type Wordings = Partial<Record<CauseId, Wording>>;

const otherWordings: Wordings = {
  org_access_token: {
    observed: "The org server issued this access token.",
    possiblyBecause: "it may be an org access token, which never carries them",
    possiblyObserved: "The claims don’t show which server issued the token.",
  },
  no_claim_on_server: {
    observed: "A custom server issued the token, and a new one has no groups claim.",
  },
  claim_on_other_token: { observed: "You pasted only one of the two tokens." },
  claim_on_custom_server: { observed: "The org server issued the token." },
};

function scopeWordings({ scopes }: InferredRequest): Wordings {
  const unknown = "The tokens don’t show which scopes were requested.";
  return {
    scope_not_requested: {
      because: "the groups scope was not requested",
      observed: scopes ? listScopes(scopes) : unknown,
      possiblyBecause: "the groups scope may not have been requested",
    },
    no_groups_claim_on_app: {
      observed: scopes ? "The groups scope was requested, but there are no groups." : unknown,
    },
    scope_condition: {
      observed: scopes ? "The groups scope was not requested." : unknown,
    },
  };
}

/** @param scopes The scopes that the response names. */
function listScopes(scopes: readonly string[]): string {
  if (scopes.length === 0) return "No scope was granted.";
  return scopes.length === 1
    ? `The only scope is ${scopes[0]}.`
    : `The scopes are ${scopes.join(" ")}.`;
}

/** Wordings that say how the access token is known: it was pasted, the ID token has an `at_hash`, or not at all. */
function accessTokenWordings(run: Run): Wordings {
  const { idTokenClaims } = tokenClaimsOf(run);
  const isPasted = issuedTokens(run).accessToken !== undefined;
  const hasHash = idTokenClaims !== undefined && Object.hasOwn(idTokenClaims, "at_hash");
  const sayIssued = (idToken: string) =>
    isPasted
      ? `An access token was issued with ${idToken}`
      : hasHash
        ? `Its at_hash shows that an access token was issued with ${idToken}, which you didn’t paste`
        : `An access token may have been issued with ${idToken}`;
  return {
    thin_id_token: {
      observed: `${sayIssued("it")}. Then the org server leaves groups out.`,
      possiblyBecause: "the ID token may be thin",
      possiblyObserved: `${sayIssued("it")}. That makes it thin in most flows.`,
    },
    claim_not_always: {
      observed: `${sayIssued("the ID token")}. Then the ID token is thin.`,
    },
    call_userinfo: {
      observed:
        isPasted || hasHash
          ? "An access token was issued, and you can call UserInfo with it."
          : "If an access token was issued, you can call UserInfo with it.",
    },
  };
}

function reword(cause: FoundCause, isInAll: boolean, wordings: Wordings): FoundCause {
  const { because, observed, possiblyBecause, possiblyObserved } = wordings[cause.id] ?? {};
  // This page sends no token, so UserInfo can't be called here.
  const { change, ...rest } = cause;
  const shared: FoundCause = {
    ...rest,
    ...(because !== undefined && noGroups(because)),
    ...(observed !== undefined && { observed }),
    ...(change && change.kind !== "call_userinfo" && { change }),
  };
  if (isInAll) return shared;
  return {
    ...shared,
    certainty: "possible",
    ...(possiblyBecause !== undefined && noGroups(possiblyBecause)),
    ...(possiblyObserved !== undefined && { observed: possiblyObserved }),
  };
}
