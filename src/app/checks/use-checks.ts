import { useEffect, useMemo, useState } from "react";
import type { Check } from "../../oidc/check.ts";
import type { Checks } from "../../oidc/trust.ts";
import type { Run } from "../run.ts";
import { checkRun } from "./check-run.ts";

type Options = {
  /** A token that expires while the page shows it fails from then on. */
  nowSeconds: number;
  /** Until the demo org runs, the static host would respond instead. */
  isOrgStarting: boolean;
  allowsForeignKeys: boolean;
};

/** Runs the checks without network at once, the others when the issuer's keys are loaded. */
export function useChecks(run: Run, options: Options): Checks {
  const { nowSeconds, isOrgStarting, allowsForeignKeys } = options;
  const { responseText, request, response, tokenRequest } = run;
  const immediate = useMemo(() => checkRun(run, nowSeconds), [run, nowSeconds]);
  const [verified, setVerified] = useState<{ key: string; results: readonly Check[] }>();
  // UserInfo's claims change the run, but not what there is to verify.
  const key = `${run.id} ${responseText.length} ${tokenRequest?.status ?? ""}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the run
  useEffect(() => {
    if (response.kind !== "success" || isOrgStarting) return;
    const cancellation = new AbortController();
    const { signal } = cancellation;
    // The cryptography is loaded with the first token.
    void import("./verify-run.ts")
      .then(({ verifyRun }) => verifyRun(run, { fetch, signal, allowsForeignKeys }))
      .catch(() => [notLoaded])
      .then((results) => !signal.aborted && setVerified({ key, results }));
    return () => cancellation.abort();
  }, [key, request, isOrgStarting, allowsForeignKeys]);

  return useMemo(() => {
    if (response.kind !== "success") return { status: "done", results: immediate };
    return verified?.key === key
      ? { status: "done", results: [...immediate, ...verified.results] }
      : { status: "running", results: immediate };
  }, [response, immediate, verified, key]);
}

const notLoaded: Check = {
  id: "metadata.signature",
  about: "metadata",
  name: "Signatures",
  status: "skipped",
  detail: "The code that checks signatures could not be loaded. Reload the page.",
};
