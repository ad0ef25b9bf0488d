import { useId } from "react";
import { Button } from "../../ui/Button.tsx";
import type { RequestChoice } from "../request-choice.ts";
import type { SendOptions } from "../session-state.ts";
import styles from "./PredictionPanel.module.css";

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
    sentence: "For an API. Needs a custom authorization server with a groups claim.",
    request: {
      server: "custom",
      authorizationServerId: "default",
      responseType: "token",
      scopes: ["openid"],
    },
  },
  {
    title: "Fat and thin ID tokens",
    sentence: "Send two requests, and see which claims the second ID token lacks.",
    request: idTokenRequest,
    options: { comparison: { step: "fat" } },
  },
];

type GoalsProps = {
  canSend: boolean;
  onChoose: (change: Partial<RequestChoice>) => void;
  onSend: (options?: SendOptions) => Promise<void>;
  onOpenMap: () => void;
};

export function Goals({ canSend, onChoose, onSend, onOpenMap }: GoalsProps) {
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
