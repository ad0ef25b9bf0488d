import { useMemo } from "react";
import type { Check } from "../../oidc/check.ts";
import type { Checks } from "../../oidc/trust.ts";
import type { Run } from "../run.ts";
import { useFetched } from "../use-fetched.ts";
import { checkRun } from "./check-run.ts";

type Options = {
  /** Changes over time: a token that expires while it is shown fails from then on. */
  nowSeconds: number;
  /** Until the demo org runs, the static host would respond to requests for its keys. */
  isOrgStarting: boolean;
  allowsForeignKeys: boolean;
};

/** Runs the checks that need no network at once, and other checks after the issuer's keys are loaded. */
export function useChecks(run: Run, options: Options): Checks {
  const { nowSeconds, isOrgStarting, allowsForeignKeys } = options;
  const { responseText, response, tokenRequest } = run;
  const immediate = useMemo(() => checkRun(run, nowSeconds), [run, nowSeconds]);
  const canVerify = response.kind === "success" && !isOrgStarting;
  const verified = useFetched(
    // UserInfo's claims change the run, but not the tokens to verify.
    canVerify ? [run.id, responseText.length, tokenRequest?.status] : undefined,
    (_, signal) =>
      // The code for cryptography is loaded with the first token.
      import("./verify-run.ts")
        .then(({ verifyRun }) => verifyRun(run, { fetch, signal, allowsForeignKeys }))
        .catch(() => [notLoaded]),
    { version: allowsForeignKeys },
  );

  return useMemo(() => {
    if (response.kind !== "success") return { status: "done", results: immediate };
    return verified
      ? { status: "done", results: [...immediate, ...verified] }
      : { status: "running", results: immediate };
  }, [response, immediate, verified]);
}

const notLoaded: Check = {
  id: "metadata.signature",
  about: "metadata",
  name: "Signatures",
  status: "skipped",
  detail: "The code that checks signatures could not be loaded. Reload the page.",
};
