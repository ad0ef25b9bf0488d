import { fetchSignedInUser } from "../demo-org-api.ts";
import { parseChoice } from "../request-choice.ts";
import type { Run } from "../run.ts";
import type { SetUpQuestion } from "../set-up/fetch-org-set-up.ts";
import { useFetched } from "../use-fetched.ts";
import { findUserId } from "./claims-sources.ts";

type RunUser = { status: "loading" } | { status: "known"; user: SetUpQuestion["user"] };

/**
 * Finds the user of a run of the demo org: the user in a token, else the user whom the request named. Without a token,
 * the newest run has the currently signed-in user, unless the org refused the named user's request before the sign-in.
 *
 * @param canAsk The run is from the demo org, and the org is ready.
 */
export function useRunUser(run: Run, canAsk: boolean, isNewest: boolean): RunUser {
  const id = findUserId(run);
  const orgUrl = run.request?.orgUrl;
  const requested = run.request && parseChoice(run.request.query).person;
  const isExpected = requested && isRefusedBeforeSignIn(run);
  const asksOrg = canAsk && id === undefined && isNewest && orgUrl !== undefined && !isExpected;
  const session = useFetched(asksOrg ? orgUrl : undefined, fetchSession);
  if (id !== undefined) return { status: "known", user: { id } };
  if (asksOrg && !session) return { status: "loading" };
  const login = session?.login || requested;
  return { status: "known", user: login ? { login } : undefined };
}

/** Errors of the request itself. @see Okta's error catalogue for OAuth 2.0 */
const requestErrors: ReadonlySet<string> = new Set([
  "invalid_request",
  "invalid_scope",
  "unauthorized_client",
  "unsupported_response_mode",
  "unsupported_response_type",
]);

function isRefusedBeforeSignIn({ response }: Run): boolean {
  return response.kind === "error" && requestErrors.has(response.error);
}

async function fetchSession(orgUrl: string) {
  return { login: await fetchSignedInUser(orgUrl) };
}
