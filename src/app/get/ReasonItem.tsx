import type { Change, Reason } from "../../okta/reason.ts";
import { Button } from "../../ui/Button.tsx";
import { ExternalLink } from "../../ui/ExternalLink.tsx";
import type { Reading } from "../reading.ts";
import type { SentRequest } from "../sent-requests.ts";
import styles from "./ReasonItem.module.css";
import { SetUpLink } from "./SetUpLink.tsx";

type ReasonItemProps = {
  reason: Reason;
  request: SentRequest;
  reading: Reading;
  onApply: (change: Change) => void;
};

const actors = {
  you: "You can change this here",
  app: "The app must change",
  "okta-admin": "An Okta admin must act",
};

/** Why groups are missing: what was seen, what it takes, who must act, and a button that makes the change. */
export function ReasonItem({ reason, request, reading, onApply }: ReasonItemProps) {
  const { title, observed, expected, whoActs, steps, change, source } = reason;
  return (
    <li className={styles.reason}>
      <h4>{title}</h4>
      <p>{observed}</p>
      <p>{expected}</p>
      <p className={styles.actor}>{actors[whoActs]}:</p>
      <ul className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <p className={styles.actions}>
        {change && (
          <Button onClick={() => onApply(change)}>
            {change.kind === "call_userinfo" ? "Go to UserInfo" : "Change it and ask again"}
          </Button>
        )}
        {whoActs === "okta-admin" && <SetUpLink request={request} reading={reading} />}
        <ExternalLink href={source.url}>{source.title}</ExternalLink>
      </p>
    </li>
  );
}
