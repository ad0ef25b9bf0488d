import type { Check, CheckStatus } from "../../oidc/check.ts";
import type { Checks } from "../../oidc/trust.ts";
import { addSource, checkRun } from "../checks/check-run.ts";
import { isOpaque } from "../is-opaque.ts";
import { type IssuedTokens, listIssuedTokens } from "../issued-tokens.ts";
import type { Run } from "../run.ts";
import { nowSeconds } from "./test-run.ts";

type Options = {
  /** `running`: the keys are not loaded yet. */
  status?: Checks["status"];
  /** Results of the checks that need keys, by ID. By default they pass. */
  results?: Readonly<Record<string, CheckStatus>>;
  nowSeconds?: number;
};

export function buildChecks(run: Run, options: Options = {}): Checks {
  const { status = "done", results = {} } = options;
  const immediate = checkRun(run, options.nowSeconds ?? nowSeconds);
  if (status === "running") return { status, results: immediate };
  const withKeys = listIssuedTokens(run).flatMap((tokens) =>
    listChecksWithKeys(run, tokens).map((id) =>
      addSource(buildCheck(id, results[id] ?? "pass"), tokens.source),
    ),
  );
  const metadata = buildCheck("metadata.issuer", results["metadata.issuer"] ?? "pass");
  return {
    status,
    results: [...immediate, ...(withKeys.length > 0 ? [metadata] : []), ...withKeys],
  };
}

function listChecksWithKeys(
  run: Run,
  { source, idToken, accessToken }: IssuedTokens,
): readonly string[] {
  const isVerifiable = accessToken && !isOpaque(run, accessToken.decoded);
  const hasCode = source === "redirect" && run.tokenRequest !== undefined;
  return [
    ...(idToken ? ["id_token.signature"] : []),
    ...(idToken && accessToken ? ["id_token.at_hash"] : []),
    ...(idToken && hasCode ? ["id_token.c_hash"] : []),
    ...(isVerifiable ? ["access_token.signature"] : []),
  ];
}

const subjects: readonly Check["about"][] = ["metadata", "id_token", "access_token"];

function buildCheck(id: string, status: CheckStatus): Check {
  const about = subjects.find((it) => id.startsWith(it)) ?? "response";
  return { id, about, name: `Name of ${id}`, status, detail: `Detail of ${id}.` };
}
