import { useEffect, useMemo, useState } from "react";
import type { Check } from "../../oidc/check.ts";
import { Fold } from "../../ui/Fold.tsx";
import { Panel } from "../../ui/Panel.tsx";
import type { DemoOrgHandle } from "../demo-org-status.ts";
import { issuedTokens } from "../issued-tokens.ts";
import type { Preferences } from "../preferences.ts";
import { ResponseFold } from "../result/details/AuthorizationFolds.tsx";
import { ChecksFold } from "../result/details/ChecksFold.tsx";
import { ParameterList } from "../result/details/ParameterList.tsx";
import { useExplainClaims } from "../result/use-explain-claims.tsx";
import { Verdict } from "../result/verdict/Verdict.tsx";
import type { TabStorage } from "../tab-storage.ts";
import { useNow } from "../use-now.ts";
import { buildInferredQuery } from "./build-request-query.ts";
import { checkPair, checkPasted } from "./check-pasted.ts";
import { isTokenRequest } from "./describe-pasted.ts";
import { describePastedRun } from "./describe-pasted-run.ts";
import { inferRequest } from "./infer-request.ts";
import { PastedComparison } from "./PastedComparison.tsx";
import { noCall, PastedSlots } from "./PastedSlots.tsx";
import styles from "./PastedTokens.module.css";
import type { PastedClaims, PastedPart, PastedResponse } from "./pasted-part.ts";
import { buildPastedRun } from "./pasted-run.ts";
import { RequestLinks } from "./RequestLinks.tsx";
import { Verification } from "./Verification.tsx";

export type PageContext = {
  demoOrg: DemoOrgHandle;
  preferences: Preferences;
  storage: TabStorage;
};

type PastedTokensProps = PageContext & {
  part: PastedResponse | PastedClaims;
  number: number;
  parts: readonly PastedPart[];
};

export function PastedTokens(props: PastedTokensProps) {
  const { part, number, parts, demoOrg, preferences, storage } = props;
  const nowSeconds = useNow();
  const [receivedAtSeconds] = useState(nowSeconds);
  const { explainAll, explainSwitch } = useExplainClaims(preferences);
  const [verified, setVerified] = useState<readonly Check[]>([]);
  const run = useMemo(
    () => buildPastedRun(part, { number, parts, nowSeconds: receivedAtSeconds }),
    [part, number, parts, receivedAtSeconds],
  );
  const [pair, setPair] = useState<readonly Check[]>([]);
  useEffect(() => void checkPair(run).then(setPair), [run]);
  const checks = {
    status: "done",
    results: [...checkPasted(run, nowSeconds), ...pair, ...verified],
  } as const;
  const inferred = inferRequest(run, part.kind === "response" ? part.scopes : undefined, parts);
  const verdict = describePastedRun({ run, checks, inferred });
  const change = verdict.cause?.change;
  const { idToken, accessToken } = issuedTokens(run);
  const hasClaims = idToken ?? accessToken ?? run.userInfo;
  return (
    <>
      <Verdict
        verdict={verdict}
        userInfo={noCall}
        canSend={false}
        takesFocus={false}
        onAction={() => undefined}
        onChangeSetUp={notChanged}
      >
        <RequestLinks
          query={buildInferredQuery(inferred, demoOrg.orgUrl)}
          fix={
            change?.kind === "send_request"
              ? {
                  label: change.action,
                  query: buildInferredQuery(inferred, demoOrg.orgUrl, change.request),
                }
              : undefined
          }
        />
      </Verdict>
      {hasClaims && (
        <>
          <div className={`row ${styles.tools}`}>
            <Verification
              run={run}
              issuer={inferred.issuer}
              pastedKeys={parts.flatMap((it) => (it.kind === "keys" ? [it.text] : []))[0]}
              demoOrg={demoOrg}
              onVerified={setVerified}
            />
            {explainSwitch}
          </div>
          <PastedSlots run={run} checks={checks} nowSeconds={nowSeconds} explainAll={explainAll} />
        </>
      )}
      <div className="folds">
        {checks.results.length > 0 && (
          <ChecksFold checks={checks} onAllowForeignKeys={() => undefined} />
        )}
        {run.response.parameters.length > 0 &&
          (isTokenRequest(run.response) ? (
            <Panel title="Parameters">
              <ParameterList of="request" parameters={run.response.parameters} />
            </Panel>
          ) : (
            <ResponseFold response={run.response} />
          ))}
      </div>
      {hasClaims && (
        <Fold title="Compare" summary="with another token">
          <PastedComparison run={run} parts={parts} storage={storage} nowSeconds={nowSeconds} />
        </Fold>
      )}
    </>
  );
}

const notChanged = async () => ({ kind: "refused", message: "" }) as const;
