import { useDeferredValue, useEffect, useSyncExternalStore } from "react";
import { implicitFlowPage } from "../okta/implicit-flow-page.ts";
import { ExternalLink } from "../ui/ExternalLink.tsx";
import styles from "./App.module.css";
import { Ask } from "./ask/Ask.tsx";
import { type Choice, parseChoice } from "./choice.ts";
import { Compare } from "./compare/Compare.tsx";
import type { DemoOrgHandle } from "./demo-org-status.ts";
import { ComparedRuns, Get } from "./later-parts.ts";
import { PartBoundary } from "./PartBoundary.tsx";
import type { Session } from "./session.ts";

type AppProps = { session: Session; demoOrg: DemoOrgHandle };

/** The page: ask, get, compare. */
export function App({ session, demoOrg }: AppProps) {
  const state = useSyncExternalStore(session.subscribe, session.getState);
  const demoOrgStatus = useSyncExternalStore(demoOrg.subscribe, demoOrg.getStatus);
  const { runs, currentRun, landed, choice } = state;
  useEffect(() => demoOrg.start(), [demoOrg]);
  // Whoever lands wants to see the answer; what is above and below it can wait for the frame after.
  const showsAll = useDeferredValue(true, landed === undefined);

  /** The shown run's request, which need not be what the form says by now. */
  function askAgain(change: Partial<Choice>, prompt?: "login") {
    session.choose({ ...parseChoice(currentRun?.request?.query ?? ""), ...change });
    void session.send(undefined, prompt);
  }

  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1>Okta Groups Explorer</h1>
        <p className={styles.lead}>
          Which token carries a person’s groups, and if none does, why? Ask an authorization server,
          look at what comes back, and compare.
        </p>
      </header>
      <main className={styles.main}>
        {showsAll ? (
          <Ask
            state={state}
            demoOrg={demoOrgStatus}
            onRetryDemoOrg={demoOrg.retry}
            onChoose={session.choose}
            onSend={() => void session.send()}
            onCopy={session.rememberDraft}
          />
        ) : (
          <div className={styles.roomForAsk} />
        )}
        <PartBoundary part="The answer">
          {currentRun && (
            <Get
              run={currentRun}
              takesFocus={currentRun.id === landed?.run.id && !landed.comparison}
              isOrgStarting={
                currentRun.request?.org === "demo" && demoOrgStatus.status === "starting"
              }
              kept={state.kept}
              onAskAgain={askAgain}
              onUserInfo={(claims) => void session.keepUserInfo(currentRun.id, claims)}
              onForget={() => void session.forget()}
            />
          )}
        </PartBoundary>
        {showsAll || landed?.comparison ? (
          <Compare
            canSend={choice.org === "own" || demoOrgStatus.status === "ready"}
            takesFocus={landed?.comparison !== undefined}
            onCompareFatAndThin={() => void session.send({ step: "fat" })}
          >
            {runs.length > 0 && (
              <PartBoundary part="The comparison">
                <ComparedRuns
                  runs={runs}
                  currentRunId={currentRun?.id}
                  landed={landed?.comparison}
                  onGoOn={(comparison) => void session.send(comparison)}
                  onShow={session.show}
                />
              </PartBoundary>
            )}
          </Compare>
        ) : (
          <div className={styles.roomForRest} />
        )}
      </main>
      {showsAll && <Footer />}
    </div>
  );
}

function Footer() {
  return (
    <footer className={styles.footer}>
      <p>
        The implicit flow is used here because it shows its tokens openly. New apps use the
        authorization code flow with PKCE:{" "}
        <ExternalLink href={implicitFlowPage}>Okta on the implicit flow</ExternalLink>.
      </p>
      <p>
        With the demo org this page talks to nobody: the org runs in your browser. With your own org
        it talks to that org alone. Tokens stay in this tab and end with it.
      </p>
      <p>An independent tool. Okta is a trademark of Okta, Inc.</p>
    </footer>
  );
}
