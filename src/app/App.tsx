import { useEffect, useId, useState, useSyncExternalStore } from "react";
import styles from "./App.module.css";
import { afterFirstFrame } from "./after-first-frame-part.ts";
import { afterNextFrame } from "./after-next-frame.ts";
import type { DemoOrgHandle, DemoOrgStatus } from "./demo-org-status.ts";
import { describeOrg } from "./describe-org.ts";
import type * as Lessons from "./lessons/LessonPart.tsx";
import { hasSnapshotMarker } from "./lessons/snapshot-marker.ts";
import { PartBoundary } from "./PartBoundary.tsx";
import { MissingPart, PartFailure } from "./PartFailure.tsx";
import type { Part } from "./part.ts";
import { PredictionPanel } from "./prediction/PredictionPanel.tsx";
import type { Preferences } from "./preferences.ts";
import { RequestPanel } from "./request/RequestPanel.tsx";
import { useMetadata } from "./request/use-metadata.ts";
import { buildChoiceQuery } from "./request-choice.ts";
import type * as Results from "./results.ts";
import type { Session } from "./session.ts";
import type { SessionState } from "./session-state.ts";
import { OrgButton } from "./shell/OrgButton.tsx";
import { Shell } from "./shell/Shell.tsx";
import { ShellActions } from "./shell/ShellActions.tsx";
import { shellParts } from "./shell/shell-parts.ts";
import { useDemoOrgUsers } from "./use-demo-org-users.ts";
import { usePart } from "./use-part.ts";

type AppProps = {
  session: Session;
  demoOrg: DemoOrgHandle;
  preferences: Preferences;
  results: Part<typeof Results>;
  lessons: Part<typeof Lessons>;
};

/** The explorer: the request on the left, the prediction or the result on the right. */
export function App(props: AppProps) {
  const { session, demoOrg, preferences, results, lessons } = props;
  const state = useSyncExternalStore(session.subscribe, session.getState);
  const demoOrgStatus = useSyncExternalStore(demoOrg.subscribe, demoOrg.getStatus);
  const orgPopoverId = useId();
  const { choice, draft, landed, sending } = state;
  const { isPresenting } = choice;
  // A reload shows the result and folds the form. An org that a link chose keeps the form open: the form names the org.
  const [isFolded, setFolded] = useState(
    (landed || results.loaded()?.isReload() || state.map?.fill || isPresenting) &&
      !state.isOrgFromLink,
  );
  // On a phone, the open form would push the card about the missing response off the screen.
  useEffect(() => {
    if (state.unanswered) setFolded(true);
  }, [state.unanswered]);
  // After a landing, the first frame shows the result alone: the form takes a third of the time to render, and a
  // starting worker would compete for the processor.
  const [isFormRendered, setFormRendered] = useState(!landed);
  useEffect(
    () =>
      afterNextFrame(() => {
        setFormRendered(true);
        demoOrg.start();
      }),
    [demoOrg],
  );
  const [isOrgChangedByLesson] = useState(() => hasSnapshotMarker(() => window.localStorage));
  const [isMapWanted, setMapWanted] = useState(false);
  // Filling the map reloads the page for each request. The map's code may be loaded after the first frame.
  const isMapOpen = isMapWanted || (state.map?.fill !== undefined && !landed);
  const hasSendProblem = sending.status === "failed" || sending.status === "incomplete";
  const metadata = useMetadata(
    findIssuerToContact(state, demoOrgStatus),
    draft.ownOrg && draft.request.clientId,
    afterFirstFrame.load,
  );
  const isDemoOrgReady = choice.org === "demo" && demoOrgStatus.status === "ready";
  const usernames = useDemoOrgUsers(
    isDemoOrgReady ? demoOrg.orgUrl : undefined,
    afterFirstFrame,
    session.setSignedInUser,
  );

  // The fields of an own org, the notice if the demo org is unavailable, or the prediction with the demo org's set-up.
  const needsOrgParts = choice.org === "own" || demoOrgStatus.status !== "starting";
  const { code, hasFailed, load } = usePart(afterFirstFrame, needsOrgParts);
  const Footer = usePart(shellParts).code?.Footer;
  const org = describeOrg(state, demoOrgStatus, metadata);
  const query = buildChoiceQuery(choice);
  const prediction = (
    <>
      {code && <code.NoResponse state={state} metadata={metadata} />}
      <PredictionPanel
        draft={draft}
        metadata={metadata}
        SetUpPrediction={isDemoOrgReady ? code?.SetUpPrediction : undefined}
        username={choice.person || state.signedInUser}
        showsGoals={state.runs.length === 0 && choice.lesson === ""}
        // A goal must not contact an org that a link chose. Only Send request may, because the org's name is beside it.
        canSend={!state.isOrgFromLink}
        onChoose={session.choose}
        onSend={session.send}
        onOpenMap={() => setMapWanted(true)}
      />
    </>
  );
  const hasRuns = state.runs.length > 0;
  const result = usePart(results, isMapOpen || hasRuns);
  const ResultPanel = result.code?.ResultPanel;
  const needsLessons = choice.lesson !== "" || isOrgChangedByLesson;
  const lesson = usePart(lessons, needsLessons);
  const LessonPart = lesson.code?.LessonPart;
  return (
    <Shell
      page={choice.lesson ? "lesson" : "explore"}
      query={query}
      explorerQuery={buildChoiceQuery({ ...choice, lesson: "" })}
      org={<OrgButton {...org} popoverId={orgPopoverId} />}
      actions={
        <ShellActions
          link={new URL(query || ".", location.href).href}
          isPresenting={isPresenting}
          onPresent={(changed) => {
            session.choose({ isPresenting: changed });
            setFolded(changed || hasRuns);
          }}
          preferences={preferences}
        />
      }
    >
      {lesson.hasFailed && <PartFailure part="The lesson" />}
      {LessonPart && (
        <PartBoundary part="The lesson">
          <LessonPart
            state={state}
            session={session}
            demoOrgUrl={demoOrg.orgUrl}
            isDemoOrgReady={demoOrgStatus.status === "ready"}
          />
        </PartBoundary>
      )}
      <div
        className={styles.workspace}
        data-presenting={isPresenting || undefined}
        data-lesson={choice.lesson ? true : undefined}
      >
        <RequestPanel
          state={state}
          demoOrg={demoOrgStatus}
          metadata={metadata}
          usernames={usernames}
          orgPopoverId={orgPopoverId}
          parts={code}
          havePartsFailed={hasFailed}
          onNeedParts={load}
          isComplete={isFormRendered}
          isFolded={isFolded && !hasSendProblem}
          onToggleFold={() => setFolded(!isFolded)}
          onRetryDemoOrg={demoOrg.retry}
          onChoose={session.choose}
          onSend={() => void session.send({ metadata })}
          onSendAsAnotherUser={() => void session.send({ prompt: "login" })}
          onCompare={() => void session.send({ comparison: { step: "fat" } })}
          onCopy={session.saveDraft}
        />
        <main className={styles.results}>
          {(hasRuns || isMapOpen) && ResultPanel ? (
            <PartBoundary part="The result">
              <ResultPanel
                state={state}
                session={session}
                metadata={metadata}
                demoOrgStatus={demoOrgStatus.status}
                preferences={preferences}
                prediction={prediction}
                isMapOpen={isMapOpen}
              />
            </PartBoundary>
          ) : state.isLoadingRuns || hasRuns || state.map?.fill ? (
            <MissingPart part="The result" hasFailed={result.hasFailed} />
          ) : (
            prediction
          )}
          {isFormRendered && Footer && <Footer />}
        </main>
      </div>
    </Shell>
  );
}

/**
 * The issuer whose metadata the page fetches. A link alone never makes the page contact an org, and the demo org's
 * org server needs no check because it always exists.
 */
function findIssuerToContact(
  { choice, draft, isOrgFromLink }: SessionState,
  demoOrg: DemoOrgStatus,
): string | undefined {
  const { problems, issuer, server } = draft;
  if (problems.domain || problems.authorizationServerId || isOrgFromLink) return undefined;
  const isDemoOrgAsked = server.kind === "custom" && demoOrg.status === "ready";
  return choice.org === "own" || isDemoOrgAsked ? issuer : undefined;
}
