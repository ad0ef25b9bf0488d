import { Callout } from "../../../ui/Callout.tsx";
import type { ApiFailure, ApiRefusal } from "../../org-api/api-call.ts";
import { describeFailure } from "../../org-api/describe-failure.ts";
import styles from "./ChangeForm.module.css";

type FailureSummaryProps = {
  /** undefined if the page found the mistake before sending anything. */
  failure?: ApiFailure;
  /** Returns the causes that no field shows, once the fields are rendered. If left out, all causes are listed. */
  listOthers?: () => ApiRefusal["causes"];
};

export function FailureSummary({ failure, listOthers }: FailureSummaryProps) {
  const causes = failure?.kind === "refused" ? failure.causes : [];
  const others = listOthers?.() ?? causes;
  return (
    <Callout kind="alert">
      <p>
        {failure && causes.length === 0
          ? describeFailure(failure)
          : describeUnchanged(causes.length - others.length, others.length)}
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

/** Replaces the API's own summary, which only names the type: "Api validation failed: app". */
function describeUnchanged(atFields: number, others: number): string {
  if (others === 0) return "Nothing was changed. Fix the marked fields and try again.";
  return atFields === 0
    ? "Nothing was changed. The demo org returned:"
    : "Nothing was changed. Fix the marked fields. The demo org also returned:";
}
