import { Callout } from "../../../ui/Callout.tsx";
import type { ApiFailure, ApiRefusal } from "../api/api-call.ts";
import styles from "./ChangeForm.module.css";
import { describeFailure } from "./describe-failure.ts";

type FailureSummaryProps = {
  /** undefined where the page itself has found a mistake. */
  failure?: ApiFailure;
  /** What the org says is wrong, as far as no field says it: all of it where there are no fields. */
  others?: ApiRefusal["causes"];
};

/** That nothing is changed, and why, or where it says why: no sentence of a field's is said again. */
export function FailureSummary({ failure, others: given }: FailureSummaryProps) {
  const causes = failure?.kind === "refused" ? failure.causes : [];
  const others = given ?? causes;
  return (
    <Callout kind="alert">
      <p>
        {failure && causes.length === 0
          ? describeFailure(failure)
          : nothingChanged(causes.length - others.length, others.length)}
      </p>
      {others.length > 0 && (
        <ul className={styles.causes}>
          {others.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              {field && <code>{field}</code>} {message}
            </li>
          ))}
        </ul>
      )}
    </Callout>
  );
}

/** The org's own summary names but the kind of thing that it has refused: "Api validation failed: app". */
function nothingChanged(atFields: number, others: number): string {
  if (others === 0) return "Nothing is changed yet: see what is marked above.";
  return atFields === 0
    ? "Nothing is changed yet. The org says why:"
    : "Nothing is changed yet: see what is marked above, and what else the org says:";
}
