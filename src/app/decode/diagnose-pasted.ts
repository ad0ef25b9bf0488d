import type { AuthorizationServer } from "../../okta/authorization-server.ts";
import type { CauseId } from "../../okta/causes/cause-id.ts";
import { type Diagnosis, diagnose } from "../../okta/diagnosis.ts";
import { certainties, type Reason } from "../../okta/reason.ts";
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
): Pick<Diagnosis, "found" | "reasons"> {
  const requests = listPossibleRequests(inferred);
  const diagnoses = requests.map((request) => diagnose(toDiagnosable(run, request)));
  const all = diagnoses.flatMap(({ reasons }) => reasons);
  const reasons = all
    .filter(({ id }, index) => all.findIndex((other) => other.id === id) === index)
    .map((reason) => {
      const isInAll = diagnoses.every((it) => it.reasons.some(({ id }) => id === reason.id));
      return reword(reason, isInAll, accessTokenWordings(run));
    });
  return { found: diagnoses[0]?.found ?? [], reasons: reasons.toSorted(byCertainty) };
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

function byCertainty(a: Reason, b: Reason): number {
  return certainties.indexOf(a.certainty) - certainties.indexOf(b.certainty);
}

type Wording = {
  title?: string;
  observed?: string;
  possibleTitle?: string;
  possiblyObserved?: string;
};

const scopesUnknown = "The tokens don’t show which scopes were requested.";

/** The reasons are written for a request that this tab sent. The request behind a pasted token is not known. */
const wordings: Partial<Record<CauseId, Wording>> = {
  org_access_token: {
    observed: "The org server issued this access token.",
    possibleTitle: "No groups: it may be an org access token, which never carries them",
    possiblyObserved: "The claims don’t show which server issued the token.",
  },
  scope_not_requested: {
    title: "No groups: the groups scope was not requested",
    possibleTitle: "No groups: the groups scope may not have been requested",
    possiblyObserved: scopesUnknown,
  },
  no_groups_claim_on_app: {
    observed: "The groups scope was requested, but there are no groups.",
    possiblyObserved: scopesUnknown,
  },
  no_claim_on_server: {
    observed: "A custom server issued the token, and a new one has no groups claim.",
  },
  claim_on_other_token: { observed: "You pasted only one of the two tokens." },
  claim_on_custom_server: { observed: "The org server issued the token." },
  scope_condition: {
    observed: "The groups scope was not requested.",
    possiblyObserved: scopesUnknown,
  },
};

/** Wordings that say how the access token is known: it was pasted, the ID token has an `at_hash`, or not at all. */
function accessTokenWordings(run: Run): typeof wordings {
  const { idTokenClaims } = tokenClaimsOf(run);
  const isPasted = issuedTokens(run).accessToken !== undefined;
  const hasHash = idTokenClaims !== undefined && Object.hasOwn(idTokenClaims, "at_hash");
  const issued = isPasted
    ? "An access token was issued with it"
    : hasHash
      ? "Its at_hash shows that an access token was issued with it, which you didn’t paste"
      : "An access token may have been issued with it";
  return {
    thin_id_token: {
      observed: `${issued}. Then the org server leaves groups out.`,
      possibleTitle: "No groups: the ID token may be thin",
      possiblyObserved: `${issued}. That makes it thin in most flows.`,
    },
    claim_not_always: {
      observed: `${issued.replace("with it", "with the ID token")}. Then the ID token is thin.`,
    },
    call_userinfo: {
      observed:
        isPasted || hasHash
          ? "An access token was issued, and you can call UserInfo with it."
          : "If an access token was issued, you can call UserInfo with it.",
    },
  };
}

function reword(reason: Reason, isInAll: boolean, ofAccessToken: typeof wordings): Reason {
  const {
    title = reason.title,
    observed,
    possibleTitle,
    possiblyObserved,
  } = ofAccessToken[reason.id] ?? wordings[reason.id] ?? {};
  // This page sends no token, so UserInfo can't be called here.
  const { change, ...rest } = reason;
  const shared: Reason = {
    ...rest,
    title,
    ...(change && change.kind !== "call_userinfo" && { change }),
    observed: replaceYou(observed ?? reason.observed),
  };
  if (isInAll) return shared;
  return {
    ...shared,
    certainty: "possible",
    title: possibleTitle ?? title,
    observed: replaceYou(possiblyObserved ?? shared.observed),
  };
}

/** Rewords "You requested openid", because the scopes are those that the response names. */
function replaceYou(sentence: string): string {
  if (sentence === "You requested no scope.") return "No scope was granted.";
  return sentence.replace(/^You requested (.+)\.$/, (_sentence, scopes: string) =>
    scopes.includes(" ") ? `The scopes are ${scopes}.` : `The only scope is ${scopes}.`,
  );
}
