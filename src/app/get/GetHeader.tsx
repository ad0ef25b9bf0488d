import { Button } from "../../ui/Button.tsx";
import { describeServer, describeTokenType, outcomeOf, personOf } from "../describe-run.ts";
import type { Run } from "../runs.ts";
import { useLandingFocus } from "../use-landing-focus.ts";
import styles from "./GetHeader.module.css";

type GetHeaderProps = {
  run: Run;
  /** The person has just landed with the run. */
  takesFocus: boolean;
  /** The tokens need not be what they say. */
  isDoubted: boolean;
  /** There are claims to explain, or not to. */
  hasClaims: boolean;
  onSignInAnew: () => void;
  onForget: () => void;
};

/** What came back in one line, what was asked for it and who signed in. */
export function GetHeader(props: GetHeaderProps) {
  const { run, takesFocus, isDoubted, hasClaims, onSignInAnew, onForget } = props;
  const heading = useLandingFocus(takesFocus);
  return (
    <header className={styles.header}>
      <h2 ref={heading} tabIndex={-1}>
        What came back: {outcomeOf(run)}
      </h2>
      <p>
        {summarize(run, isDoubted)}
        {run.request && (
          <Button look="quiet" onClick={onSignInAnew} title={signInAnewTitle}>
            Sign in as somebody else
          </Button>
        )}
      </p>
      {hasClaims && (
        <label className={styles.switch}>
          <input type="checkbox" defaultChecked data-switch="explanations" /> Explain each claim
        </label>
      )}
      <Button onClick={onForget} title="Removes every run and request of this tab">
        Forget
      </Button>
    </header>
  );
}

const signInAnewTitle =
  "The org remembers who has signed in, and answers without asking. This sends the request with prompt=login, and it asks.";

/** Of tokens that are doubted, or that nobody here asked for, it is not said that anybody signed in for them. */
function summarize(run: Run, isDoubted: boolean): string {
  const { request } = run;
  const person = personOf(run);
  if (!request) {
    const unknown = "The request behind this answer is not known here.";
    return person ? `${unknown} Its tokens name ${person}.` : unknown;
  }
  const org = request.org === "demo" ? "the demo org" : new URL(request.orgUrl).host;
  const asked = `You asked the ${describeServer(request)} of ${org} for the ${describeTokenType(request)}.`;
  if (!person) return asked;
  return `${asked} ${isDoubted ? `The answer names ${person}.` : `${person} signed in.`}`;
}
