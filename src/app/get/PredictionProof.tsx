import { predict } from "../../okta/prediction.ts";
import type { Reading } from "../reading.ts";
import type { SentRequest } from "../sent-requests.ts";
import styles from "./PredictionProof.module.css";

type PredictionProofProps = {
  request: SentRequest;
  reading: Reading;
  /** Whether a token brought any. */
  hasGroups: boolean;
};

/** What Okta’s rules let expect of the request, worked out again and held against what came. */
export function PredictionProof({ request, reading, hasGroups }: PredictionProofProps) {
  const { refusal, idToken, accessToken } = predict(request);
  const groups = [idToken?.groups, accessToken?.groups];
  if (reading.kind === "unreadable") return null;
  if (reading.kind === "refused") {
    if (refusal?.error !== reading.refusal.error) return null;
    return <p className={styles.proof}>As predicted: the request was refused.</p>;
  }
  if (groups.includes("depends")) {
    return (
      <p className={styles.proof}>
        The prediction left it open: it depended on how the org is set up. Now you know.
      </p>
    );
  }
  const asPredicted = groups.includes("yes") === hasGroups;
  return (
    <p className={styles.proof}>
      {asPredicted
        ? `As predicted: ${hasGroups ? "groups" : "no groups"} in a token.`
        : `The prediction said ${hasGroups ? "no groups" : "groups"}, and it was wrong: this org is set up differently, or this person is.`}
    </p>
  );
}
