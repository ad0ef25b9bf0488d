import { Button } from "../../ui/Button.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { TabList } from "../../ui/TabList.tsx";
import appStyles from "../App.module.css";
import { checkRun } from "../checks/check-run.ts";
import type { DemoOrgStatus } from "../demo-org-status.ts";
import { describeOrg } from "../describe-org.ts";
import { exchangingTitle } from "../exchanging-title.ts";
import { isSameRequest } from "../is-same-request.ts";
import panelStyles from "../request/RequestPanel.module.css";
import { RequestSummary } from "../request/RequestSummary.tsx";
import { buildChoiceQuery } from "../request-choice.ts";
import { findGroups } from "../result/claims-sources.ts";
import { describeRuns, RunChips } from "../result/runs/RunChips.tsx";
import stripStyles from "../result/runs/RunsStrip.module.css";
import { classifyRun } from "../result/verdict/classify-run.ts";
import { describeFound, describeUser } from "../result/verdict/describe-found.ts";
import verdictStyles from "../result/verdict/Verdict.module.css";
import { VerdictText } from "../result/verdict/VerdictText.tsx";
import { views } from "../result/views.ts";
import type { Run } from "../run.ts";
import type { SessionState } from "../session-state.ts";
import { OrgButton } from "../shell/OrgButton.tsx";
import { Shell } from "../shell/Shell.tsx";
import { ShellButtons } from "../shell/ShellButtons.tsx";
import styles from "./FirstFrame.module.css";

type FirstFrameProps = {
  state: SessionState;
  run: Run;
  verdict: NonNullable<ReturnType<typeof findVerdict>>;
  demoOrg: DemoOrgStatus;
  explainAll: boolean;
};

/** The part of the page that a landing needs first: everything down to the groups. */
export function FirstFrame({ state, run, verdict, demoOrg, explainAll }: FirstFrameProps) {
  const { choice, draft, runs } = state;
  const isPresenting = choice.isPresenting || undefined;
  const query = buildChoiceQuery(choice);
  return (
    <div className={styles.frame} inert>
      <Shell
        page="explore"
        query={query}
        org={
          <OrgButton {...describeOrg(state, demoOrg, { status: "not-requested" })} popoverId="" />
        }
        actions={<ShellButtons id="" isPresenting={choice.isPresenting} />}
      >
        <div className={appStyles.workspace} data-presenting={isPresenting}>
          <div className={panelStyles.panel} data-folded data-presenting={isPresenting}>
            <RequestSummary draft={draft} isFolded />
          </div>
          <main className={appStyles.results}>
            <div className={`${stripStyles.strip} no-print`}>
              <RunChips
                runs={describeRuns(runs)}
                shownRunId={run.id}
                hasNextRequest={!isSameRequest(draft, run)}
              />
              <Button look="quiet">Clear results</Button>
            </div>
            <TabList
              label="Result views"
              names={views}
              selected="Tokens"
              aside={<Switch label="Explain claims" isOn={explainAll} onChange={() => {}} />}
            />
            <section className={`row ${verdictStyles.verdict}`} data-tone={verdict.tone}>
              <div className={verdictStyles.main}>
                <VerdictText verdict={verdict} />
              </div>
            </section>
          </main>
        </div>
      </Shell>
    </div>
  );
}

/** @returns `undefined` if the run has no groups and no running exchange, or if the response can't be relied on. */
export function findVerdict(run: Run, nowSeconds: number) {
  const checks = { status: "running", results: checkRun(run, nowSeconds) } as const;
  const { kind } = classifyRun(run, checks.results);
  if (kind === "code" && run.tokenRequest?.status === "sending") return exchanging;
  if (kind !== "groups") return undefined;
  const groups = findGroups(run);
  if (groups.length === 0) return undefined;
  const user = describeUser(run, checks, undefined);
  return { ...describeFound({ run, checks }, groups), quote: undefined, groups, user };
}

const exchanging = {
  tone: "none",
  heading: exchangingTitle,
  quote: undefined,
  sentences: [],
  groups: [],
  user: undefined,
} as const;
