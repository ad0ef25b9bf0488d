import type { Reason } from "../../../okta/reason.ts";
import { Button } from "../../../ui/Button.tsx";
import { ExternalLink } from "../../../ui/ExternalLink.tsx";
import { buildPlaceQuery } from "../../set-up-places.ts";
import { shorten } from "../../shorten.ts";
import { showText } from "../claims/VisibleText.tsx";
import styles from "./Causes.module.css";
import type { SetUpPlace } from "./set-up-place.ts";
import type { ImmediateAction, Verdict } from "./verdict-data.ts";

type CausesProps = {
  tone: Verdict["tone"];
  /** Likeliest first. */
  reasons: readonly Reason[];
  setUp: SetUpPlace | undefined;
  canSend: boolean;
  onAct: (action: ImmediateAction) => void;
};

const summaries: Record<Verdict["tone"], string> = {
  groups: "Where groups are missing",
  none: "Other possible causes",
  failed: "Why groups are missing",
  error: "Other possible causes",
};

function summarize(tone: Verdict["tone"], reasons: readonly Reason[]): string {
  const isProven = reasons.every(({ certainty }) => certainty === "certain");
  return isProven ? summaries[tone].replace("Other possible", "Other") : summaries[tone];
}

/** Causes other than the one in the heading, folded. */
export function Causes({ tone, reasons, setUp, canSend, onAct }: CausesProps) {
  return (
    <details className={styles.fold}>
      <summary>
        {summarize(tone, reasons)} ({reasons.length})
      </summary>
      <ol className={styles.causes}>
        {reasons.map((reason) => (
          <li key={reason.id}>
            <h3>{showText(shorten(reason.title))}</h3>
            <p>
              {showText(shorten(reason.observed))} {showText(reason.expected)}
            </p>
            <CauseButton reason={reason} canSend={canSend} onAct={onAct} />
            <Steps reason={reason} setUp={setUp} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function CauseButton({
  reason: { change },
  canSend,
  onAct,
}: Pick<CausesProps, "canSend" | "onAct"> & { reason: Reason }) {
  if (!change || (change.kind === "send_request" && !canSend)) return null;
  const action: ImmediateAction =
    change.kind === "send_request"
      ? { kind: "change", label: change.label, request: change.request }
      : { kind: "call-user-info", label: change.label };
  return <Button onClick={() => onAct(action)}>{change.label}</Button>;
}

const stepSummaries = {
  you: "How to fix it",
  app: "Do this in your app",
  "okta-admin": "Do this in your org",
};

type StepsProps = {
  reason: Reason;
  /** Where an admin of the demo org does it. */
  setUp: SetUpPlace | undefined;
  isOpen?: boolean;
};

/** What to do about a reason, and the page that says so. */
export function Steps({ reason, setUp, isOpen }: StepsProps) {
  const { whoActs, steps, source, consolePath } = reason;
  return (
    <details className={styles.fold} open={isOpen}>
      <summary>{stepSummaries[whoActs]}</summary>
      {consolePath && (
        <p className={styles.path}>Admin Console: {showText(shorten(consolePath))}</p>
      )}
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className={styles.links}>
        {setUp && whoActs === "okta-admin" && (
          <>
            <SetUpLink setUp={setUp} />
            {" · "}
          </>
        )}
        <ExternalLink href={source.url}>{source.title}</ExternalLink>
      </p>
    </details>
  );
}

type SetUpLinkProps = {
  setUp: SetUpPlace;
  /** Set where it stands among buttons. */
  look?: "primary" | "secondary";
};

/** Leads to the demo org's set-up page where a cause can be fixed. */
export function SetUpLink({ setUp: { place, name }, look }: SetUpLinkProps) {
  return (
    <a
      href={buildPlaceQuery(place, location.search)}
      className={look && styles.button}
      data-look={look}
    >
      {name}
    </a>
  );
}
