import { Callout } from "../../ui/Callout.tsx";
import { shorten } from "../shorten.ts";
import styles from "./TroubleAlert.module.css";
import type { Trouble } from "./trouble.ts";

/** One alert for all that went wrong: what happened, and what to do. */
export function TroubleAlert({ troubles }: { troubles: readonly Trouble[] }) {
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
        </div>
      ))}
    </Callout>
  );
}
