import { isLastingFailure } from "../../oidc/trust.ts";
import { explainOddAccessToken } from "../../okta/odd-access-token.ts";
import { checkRun } from "../checks/check-run.ts";
import { isOpaque } from "../is-opaque.ts";
import { issuedTokens } from "../issued-tokens.ts";
import type { SentRequest } from "../pending-requests.ts";
import { requestedTokens } from "../request-choice.ts";
import type { Run, TokenRequestState } from "../run.ts";
import { shorten } from "../shorten.ts";
import { type ClaimsSource, countGroups } from "./claims-sources.ts";
import { classifyRun } from "./verdict/classify-run.ts";

type Outcome = { kind: "groups"; count: number } | { kind: "other"; text: string };

export function describeRun(run: Run, { namesOrg = false } = {}) {
  const { request, origin } = run;
  return {
    server: request
      ? describeServer(request, namesOrg)
      : run.pasted
        ? "Pasted"
        : origin === "repeated"
          ? "Repeated"
          : "Not requested",
    tokens: describeTokens(run),
    outcome: describeOutcome(run),
  };
}

export function hasManyOrgs(runs: readonly Run[]): boolean {
  return new Set(runs.flatMap(({ request }) => request?.orgUrl ?? [])).size > 1;
}

/**
 * Whether a run fails a check that needs no network: the response was not requested, or doesn't match its request.
 * Checks of token times, such as the expiry, don't count.
 */
export function isUntrusted(run: Run): boolean {
  // A pasted response is never shown as a response to this tab's request.
  if (run.pasted) return false;
  return checkRun(run, run.receivedAtSeconds).some(isLastingFailure);
}

const maxNameLength = 24;

function describeServer({ org, orgUrl, server }: SentRequest, namesOrg: boolean): string {
  const orgName = org === "demo" ? "Demo org" : shorten(new URL(orgUrl).host, maxNameLength);
  if (server.kind === "org") return namesOrg ? orgName : "Org";
  const name = shorten(server.id, maxNameLength);
  return namesOrg ? `${orgName} ${name}` : name;
}

function describeTokens({ request, response }: Run): string {
  if (request) return requestedTokens[request.responseType];
  // Looks at the parameters, because a response with an error, or a response that can't be parsed, may have tokens.
  const names = new Set(response.parameters.map(({ name, value }) => value !== "" && name));
  if (names.has("id_token")) return names.has("access_token") ? "both tokens" : "ID token";
  if (names.has("access_token")) return "access token";
  return names.has("code") ? "code" : "no token";
}

function describeOutcome(run: Run): Outcome {
  const found = classifyRun(run, checkRun(run, run.receivedAtSeconds));
  switch (found.kind) {
    case "moved":
      return { kind: "other", text: "after a route" };
    case "unreadable":
      return { kind: "other", text: "unreadable" };
    case "failed-checks":
      return { kind: "other", text: "don’t trust" };
    case "error":
      return { kind: "other", text: "refused" };
    case "code":
      return { kind: "other", text: describeExchange(found.tokenRequest) };
    case "time-problem":
    case "groups":
      return describeGroups(run);
    default:
      return found satisfies never;
  }
}

function describeGroups(run: Run): Outcome {
  const count = countGroups(run);
  if (count > 0) return { kind: "groups", count };
  if (hasOddToken(run)) return { kind: "other", text: "odd access token" };
  const decoded = issuedTokens(run).idToken?.decoded;
  if (decoded?.kind !== "undecodable") return { kind: "other", text: "no groups" };
  return {
    kind: "other",
    text: decoded.problem.code === "encrypted" ? "encrypted" : "unreadable",
  };
}

function hasOddToken(run: Run): boolean {
  const decoded = issuedTokens(run).accessToken?.decoded;
  return (
    decoded?.kind === "decoded" &&
    explainOddAccessToken(decoded.claims, isOpaque(run, decoded)) !== undefined
  );
}

function describeExchange(state: TokenRequestState): string {
  if (state.status === "sending") return "exchanging…";
  if (state.status === "unsent") return "not exchanged";
  if (state.exchange.kind !== "error") return "no tokens";
  return state.exchange.status >= 500 ? "failed" : "refused";
}

const kinds = { fat: "fat ", thin: "thin ", unknown: "" };

/** Names a claims source in a list to choose from: "1 · Org · fat ID token". */
export function nameSource({ run, place, kind }: ClaimsSource, namesOrg: boolean): string {
  const { server } = describeRun(run, { namesOrg });
  const name = `${run.number} · ${server} · ${kind ? kinds[kind] : ""}${place}`;
  return isUntrusted(run) ? `${name} · don’t trust` : name;
}
