import { useEffect, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import type { Checks } from "../../oidc/trust.ts";
import { issuerOf } from "../../okta/authorization-server.ts";
import { listOrigins } from "../../okta/list-origins.ts";
import type { OrgSetUp } from "../../okta/org-set-up.ts";
import { type Prediction, predict } from "../../okta/prediction.ts";
import type { SetUpChange } from "../../okta/set-up-change.ts";
import { afterFirstFrame } from "../after-first-frame-part.ts";
import { useChecks } from "../checks/use-checks.ts";
import type { TokenSource } from "../issued-tokens.ts";
import type { SentRequest } from "../pending-requests.ts";
import type { MetadataState } from "../request/use-metadata.ts";
import type { RequestChoice } from "../request-choice.ts";
import type { Run } from "../run.ts";
import type { SendOptions } from "../session-state.ts";
import type { AppliedChange } from "../set-up/apply-set-up-change.ts";
import { usePart } from "../use-part.ts";
import { useUserInfo } from "../use-user-info.ts";
import { ClaimOriginsContext } from "./claims/claim-origins.ts";
import { showText } from "./claims/VisibleText.tsx";
import { describeRun, hasManyOrgs } from "./describe-run.ts";
import { type DetailsName, showDetails } from "./details/details-ids.ts";
import { HasDetailsIdsContext } from "./details/has-details-ids.ts";
import { findLeftOut } from "./find-left-out.ts";
import type { MapActions } from "./map/map-actions.ts";
import { RunSlots } from "./slots/RunSlots.tsx";
import { toChoice } from "./to-choice.ts";
import { uniteOrigins } from "./unite-origins.ts";
import { useDemoOrgFacts } from "./use-demo-org-facts.ts";
import { describeVerdict } from "./verdict/describe-verdict.ts";
import { Verdict } from "./verdict/Verdict.tsx";
import type { ImmediateAction } from "./verdict/verdict-data.ts";

export type RecordRun = MapActions["record"];

type RunResultProps = {
  run: Run;
  runs: readonly Run[];
  takesFocus: boolean;
  nowSeconds: number;
  demoOrgStatus: "starting" | "ready" | "unavailable";
  explainAll: boolean;
  canSend: boolean;
  /** Names the run's org in button labels. Set if the form chooses another org. */
  elsewhere?: string | undefined;
  metadata: MetadataState;
  onShow: (runId: string) => void;
  /** Called when the run's checks are done, and again when the set-up or UserInfo is loaded. */
  onChecked: RecordRun;
  onUserInfo: (received: Pick<Run, "userInfo" | "claimOrigins">) => void;
  onExchangeCode: (allowsForeignEndpoint: boolean) => void;
  onSendChanged: (change: Partial<RequestChoice>, options?: SendOptions) => void;
};

export function RunResult(props: RunResultProps) {
  const { run, runs, takesFocus, nowSeconds, demoOrgStatus, explainAll } = props;
  const { request } = run;
  const isDemoOrg = request?.org === "demo";
  const [source, setSource] = useState<TokenSource>("token_endpoint");
  const [allowsForeignKeys, setAllowsForeignKeys] = useState(false);
  /** Counts the set-up changes after which this page was not left. */
  const [setUpVersion, setSetUpVersion] = useState(0);
  const { code } = usePart(afterFirstFrame);
  const checks = useChecks(run, {
    allowsForeignKeys,
    nowSeconds,
    isOrgStarting: isDemoOrg && demoOrgStatus === "starting",
  });
  const isNewest = run.id === runs.at(-1)?.id;
  const { fatClaims, setUp, isLoadingSetUp } = useDemoOrgFacts(
    run,
    isDemoOrg && demoOrgStatus === "ready",
    isNewest,
    setUpVersion,
  );
  const currentOrigins = useMemo(() => setUp && listOrigins(setUp), [setUp]);
  const origins = run.claimOrigins ?? currentOrigins;
  const userInfo = useUserInfo(run, checks, (claims) => {
    // An admin may have renamed a claim between the tokens and UserInfo.
    const claimOrigins = uniteOrigins(run.claimOrigins, currentOrigins);
    props.onUserInfo({ userInfo: claims, claimOrigins });
  });
  const leftOut = findLeftOut(run, runs, fatClaims, currentOrigins);
  const prediction = request && predictRun(request, isNewest && setUp?.user ? setUp : undefined);
  useRecord(run, {
    checks,
    setUp: isNewest ? setUp : undefined,
    onChecked: props.onChecked,
  });
  const verdict = describeVerdict({
    run,
    runs,
    checks,
    userInfo,
    nowSeconds,
    pageOrigin: location.origin,
    userGroups: setUp?.user?.groups,
    setUp,
    isLoadingSetUp: isLoadingSetUp || (isDemoOrg && demoOrgStatus === "starting"),
    serverScopes: request && findServerScopes(request, props.metadata),
  });

  async function changeSetUp(change: SetUpChange): Promise<AppliedChange> {
    const { applySetUpChange } = await afterFirstFrame.load();
    const applied = await applySetUpChange(request?.orgUrl ?? "", change);
    if (applied.kind === "done") props.onSendChanged({});
    return applied;
  }

  function show(details: DetailsName, from: TokenSource | undefined) {
    // Renders the slot of the chosen token first, so that `showDetails` finds the slot.
    flushSync(() => from && setSource(from));
    showDetails(details);
  }

  function act(action: ImmediateAction) {
    switch (action.kind) {
      case "change":
        return props.onSendChanged(toChoice(action.request));
      case "call-user-info":
        return userInfo.call();
      case "send-again":
        return props.onSendChanged({});
      case "exchange-code":
        return props.onExchangeCode(action.allowsForeignEndpoint);
      case "sign-in-as-another-user":
        return props.onSendChanged({ person: "" }, { prompt: "login" });
      case "sign-in-for-second-request":
        return props.onSendChanged({}, { comparison: action.next });
      case "see-thin":
        return props.onSendChanged({ responseType: "id_token token" });
      case "show-run":
        return props.onShow(action.runId);
      default:
        return action satisfies never;
    }
  }

  const shown = { run, checks, nowSeconds, leftOut, userInfo };
  const { server, tokens } = describeRun(run, { namesOrg: hasManyOrgs(runs) });
  return (
    <>
      <p data-run-request className="print-only">
        <b>{run.number}</b> · <bdi>{server}</bdi> · {tokens}
        {request && <> · {showText(request.scopes.join(" "))}</>}
      </p>
      <Verdict
        verdict={verdict}
        userInfo={userInfo}
        canSend={props.canSend}
        elsewhere={props.elsewhere}
        takesFocus={takesFocus}
        onAction={act}
        onChangeSetUp={changeSetUp}
      />
      {code && request && isDemoOrg && (
        <code.ResendWarning
          request={request}
          setUp={setUp}
          canSend={props.canSend}
          elsewhere={props.elsewhere}
          onSend={() => props.onSendChanged({})}
          onChanged={() => setSetUpVersion((it) => it + 1)}
        />
      )}
      <HasDetailsIdsContext value={true}>
        <ClaimOriginsContext value={origins}>
          <RunSlots
            {...shown}
            prediction={prediction}
            explainAll={explainAll}
            source={source}
            onChooseSource={setSource}
          />
        </ClaimOriginsContext>
        <div className="folds">
          {code && (
            <code.RunDetails
              {...shown}
              onShow={show}
              onAllowForeignKeys={() => setAllowsForeignKeys(true)}
            />
          )}
        </div>
      </HasDetailsIdsContext>
    </>
  );
}

type Recorded = {
  checks: Checks;
  setUp: OrgSetUp | undefined;
} & Pick<RunResultProps, "onChecked">;

function useRecord(run: Run, { checks, setUp, onChecked }: Recorded): void {
  useEffect(() => {
    const { request } = run;
    if (checks.status !== "done" || !request) return;
    const user = setUp?.user;
    const code = afterFirstFrame.loaded();
    onChecked(run, checks.results, {
      ...(setUp &&
        user &&
        code && {
          user: { id: user.id, name: user.login },
          predicted: code.predictCells(code.predictWithSetUp(request, setUp), request),
        }),
    });
  }, [run, checks, setUp, onChecked]);
}

/** The scopes in the metadata of a request's server. `undefined` if the metadata is not known or lists no scopes. */
function findServerScopes(
  { orgUrl, server }: SentRequest,
  metadata: MetadataState,
): readonly string[] | undefined {
  const answer = metadata.status === "done" ? metadata.answer : undefined;
  if (answer?.kind !== "loaded" || server.kind === "org") return undefined;
  const { issuer, scopesSupported } = answer.metadata;
  return issuer === issuerOf(orgUrl, server) && scopesSupported.length > 0
    ? scopesSupported
    : undefined;
}

/** @param setUp The set-up with the user. Not for an older run, because the set-up may have changed since. */
function predictRun(request: SentRequest, setUp: OrgSetUp | undefined): Prediction {
  // If there is a set-up, this code is loaded, because the same code fetched the set-up.
  const code = setUp && afterFirstFrame.loaded();
  return code ? code.predictWithSetUp(request, setUp) : predict(request);
}
