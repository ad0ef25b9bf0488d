import { predict } from "../../okta/prediction.ts";
import { Button } from "../../ui/Button.tsx";
import type { MetadataState } from "../request/use-metadata.ts";
import type { RequestChoice } from "../request-choice.ts";
import type { RequestDraft } from "../request-draft.ts";
import { PredictedSlots } from "../result/slots/PredictedSlots.tsx";
import type { SendOptions } from "../session-state.ts";
import { Goals } from "./Goals.tsx";
import styles from "./PredictionPanel.module.css";

type PredictionPanelProps = {
  draft: RequestDraft;
  metadata: MetadataState;
  /** Offers what to start from; once there are runs, the runs do. */
  showsGoals: boolean;
  /** Whether a goal sends its request at once. */
  canSend: boolean;
  onChoose: (change: Partial<RequestChoice>) => void;
  onSend: (options?: SendOptions) => Promise<void>;
};

/** What the request will return, in the slots that its result will use. */
export function PredictionPanel(props: PredictionPanelProps) {
  const { draft, metadata, showsGoals, canSend, onChoose, onSend } = props;
  const { responseType, scopes } = draft.request;
  const answer = metadata.status === "done" ? metadata.answer : undefined;
  const request = {
    server: draft.server,
    responseType,
    scopes,
    ...(answer?.kind === "read" && { serverScopes: answer.metadata.scopesSupported }),
  };
  const prediction = predict(request);
  const { refusal, headline, warnings } = prediction;
  const change = refusal?.change;
  return (
    <>
      <section aria-label="Prediction" className={styles.prediction}>
        <div className={styles.headline} data-refusal={refusal?.likelihood}>
          <div>
            <h2>{headline.title}</h2>
            <p>
              {refusal?.error && (
                <>
                  <code>{refusal.error}</code>:{" "}
                </>
              )}
              {headline.sentence}
            </p>
            {warnings.map((warning) => (
              <p key={warning}>{warning}</p>
            ))}
          </div>
          {change && (
            <Button onClick={() => onChoose({ scopes: change.scopes })}>{change.label}</Button>
          )}
        </div>
        <PredictedSlots prediction={prediction} server={draft.server.kind} />
      </section>
      {showsGoals && <Goals canSend={canSend} onChoose={onChoose} onSend={onSend} />}
    </>
  );
}
