import type { ReactNode } from "react";
import { type Prediction, predict } from "../../okta/prediction.ts";
import { Button } from "../../ui/Button.tsx";
import type { MetadataState } from "../request/use-metadata.ts";
import type { RequestChoice } from "../request-choice.ts";
import type { RequestDraft } from "../request-draft.ts";
import { PredictedSlots } from "../result/slots/PredictedSlots.tsx";
import type { SendOptions } from "../session-state.ts";
import { Goals } from "./Goals.tsx";
import styles from "./PredictionPanel.module.css";
import type { SetUpPrediction } from "./SetUpPrediction.tsx";

type PredictionPanelProps = {
  draft: RequestDraft;
  metadata: MetadataState;
  /** `undefined` where there is no set-up to read, or its code is not loaded yet. */
  SetUpPrediction: typeof SetUpPrediction | undefined;
  username: string | undefined;
  showsGoals: boolean;
  canSend: boolean;
  onChoose: (change: Partial<RequestChoice>) => void;
  onSend: (options?: SendOptions) => Promise<void>;
  onOpenMap: () => void;
};

export function PredictionPanel(props: PredictionPanelProps) {
  const { draft, metadata, SetUpPrediction, username, showsGoals, onChoose, onSend } = props;
  const { responseType, scopes, clientId, redirectUri } = draft.request;
  const answer = metadata.status === "done" ? metadata.answer : undefined;
  const request = {
    server: draft.server,
    responseType,
    scopes,
    clientId,
    redirectUri,
    ...(answer?.kind === "loaded" && { serverScopes: answer.metadata.scopesSupported }),
  };
  const show = (prediction: Prediction, fix?: ReactNode) => (
    <PredictionView
      prediction={prediction}
      server={draft.server.kind}
      fix={fix}
      onChoose={onChoose}
    />
  );
  return (
    <>
      {SetUpPrediction ? (
        <SetUpPrediction draft={draft} request={request} username={username} onSend={onSend}>
          {show}
        </SetUpPrediction>
      ) : (
        show(predict(request))
      )}
      {showsGoals && <Goals {...props} />}
    </>
  );
}

type PredictionViewProps = Pick<PredictionPanelProps, "onChoose"> & {
  prediction: Prediction;
  fix: ReactNode;
  server: RequestChoice["server"];
};

function PredictionView({ prediction, fix, server, onChoose }: PredictionViewProps) {
  const { refusal, headline, warnings } = prediction;
  const change = refusal?.change;
  return (
    <section aria-label="Prediction" className={styles.prediction}>
      <div className={`row ${styles.headline}`} data-refusal={refusal?.likelihood}>
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
        {change ? (
          <Button onClick={() => onChoose({ scopes: change.scopes })}>{change.label}</Button>
        ) : (
          fix
        )}
      </div>
      <PredictedSlots prediction={prediction} server={server} />
    </section>
  );
}
