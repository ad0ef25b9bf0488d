import { type ReactNode, useId } from "react";
import { type Prediction, predict } from "../../okta/prediction.ts";
import { Button } from "../../ui/Button.tsx";
import type { MetadataState } from "../request/use-metadata.ts";
import type { RequestChoice } from "../request-choice.ts";
import type { RequestDraft } from "../request-draft.ts";
import { PredictedSlots } from "../result/slots/PredictedSlots.tsx";
import type { SendOptions } from "../session-state.ts";
import styles from "./PredictionPanel.module.css";
import type { SetUpPrediction } from "./SetUpPrediction.tsx";

type PredictionPanelProps = {
  draft: RequestDraft;
  metadata: MetadataState;
  /** `undefined` if the org's set-up is unknown, or the code is not loaded yet. */
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
        {fix}
        {change && (
          <Button onClick={() => onChoose({ scopes: change.scopes })}>{change.label}</Button>
        )}
      </div>
      <PredictedSlots prediction={prediction} server={server} />
    </section>
  );
}

type Goal = {
  title: string;
  sentence: string;
  request: Partial<RequestChoice>;
  options?: SendOptions;
};

const idTokenRequest = {
  server: "org",
  responseType: "id_token",
  scopes: ["openid", "profile", "email", "groups"],
} as const;

const goals: readonly Goal[] = [
  {
    title: "Groups in the ID token",
    sentence: "For an app that signs users in. Org server, ID token only.",
    request: idTokenRequest,
  },
  {
    title: "Groups in the access token",
    sentence: "For an API. Needs a custom server with a groups claim.",
    request: {
      server: "custom",
      authorizationServerId: "default",
      responseType: "token",
      scopes: ["openid"],
    },
  },
  {
    title: "Fat and thin ID tokens",
    sentence: "Send two requests and see what the thin token lacks.",
    request: idTokenRequest,
    options: { comparison: { step: "fat" } },
  },
];

function Goals({ canSend, onChoose, onSend, onOpenMap }: PredictionPanelProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.goals}>
      <h2 id={id} className="legend">
        Start from what you need
      </h2>
      <ul>
        {goals.map(({ title, sentence, request, options }) => (
          <li key={title} className={styles.goal}>
            <button
              type="button"
              className="card"
              onClick={() => {
                onChoose(request);
                if (canSend) void onSend(options);
              }}
            >
              <b>{title}</b> <span className="note">{sentence}</span>
            </button>
          </li>
        ))}
        <li className={styles.goal}>
          <a href="?decode" className="card">
            <b>My groups are missing</b>
            <span className="note">Paste a token or URL from your app and see why.</span>
          </a>
        </li>
      </ul>
      <Button look="quiet" onClick={onOpenMap}>
        Map of all servers and token types
      </Button>
    </section>
  );
}
