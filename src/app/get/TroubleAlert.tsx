import { Callout } from "../../ui/Callout.tsx";
import { buildPlaceQuery } from "../set-up-places.ts";
import { shorten } from "../shorten.ts";
import styles from "./TroubleAlert.module.css";
import type { Trouble } from "./trouble.ts";

type TroubleAlertProps = {
  troubles: readonly Trouble[];
  /** Whether the demo org was asked, whose System Log is a set-up page. */
  isDemoOrg: boolean;
};

/** One alert for all that went wrong: what happened, and what to do. */
export function TroubleAlert({ troubles, isDemoOrg }: TroubleAlertProps) {
  if (troubles.length === 0) return null;
  return (
    <Callout kind="alert">
      {troubles.map(({ title, quote, sentences, steps }) => (
        <div key={title} className={styles.trouble}>
          <h3>{title}</h3>
          {quote && (
            <p>
              The authorization server answered <code>{shorten(quote.error)}</code>
              {quote.description === undefined ? (
                ", without a description."
              ) : (
                <>
                  : <q>{shorten(quote.description)}</q>
                </>
              )}
            </p>
          )}
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <ul className={styles.steps}>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
          {quote && isDemoOrg && (
            <p>
              The exact reason is in the demo org’s{" "}
              <a href={buildPlaceQuery({ section: "system-log" }, location.search)}>System Log</a>.
            </p>
          )}
        </div>
      ))}
    </Callout>
  );
}
