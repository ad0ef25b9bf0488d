import { predict, type TokenPrediction } from "../../okta/prediction.ts";
import { Callout } from "../../ui/Callout.tsx";
import { Panel } from "../../ui/Panel.tsx";
import type { RequestDraft } from "../request-draft.ts";
import styles from "./Prediction.module.css";
import type { MetadataState } from "./use-metadata.ts";

type PredictionProps = { draft: RequestDraft; metadata: MetadataState };

/** What each token will hold, said before the request is sent. */
export function Prediction({ draft, metadata }: PredictionProps) {
  const { responseType, scopes } = draft.request;
  const answer = metadata.status === "answered" ? metadata.answer : undefined;
  const prediction = predict({
    server: draft.server,
    responseType,
    scopes,
    ...(answer?.kind === "read" && { serverScopes: answer.metadata.scopesSupported }),
  });
  const { refusal, idToken, accessToken, userInfo, warnings } = prediction;
  return (
    <Panel title="Prediction" headingLevel={2}>
      {refusal && (
        <Callout kind="warning">
          <p>
            <strong>
              {refusalWords[refusal.likelihood]}: <code>{refusal.error}</code>.
            </strong>{" "}
            {refusal.reason}
          </p>
        </Callout>
      )}
      {warnings.map((warning) => (
        <Callout key={warning} kind="warning">
          <p>{warning}</p>
        </Callout>
      ))}
      <ul className={styles.tokens}>
        {idToken && <PredictedToken title="ID token" token={idToken} />}
        {accessToken && <PredictedToken title="Access token" token={accessToken} />}
        {userInfo && <PredictedToken title="UserInfo, on demand" token={userInfo} />}
      </ul>
    </Panel>
  );
}

const refusalWords = {
  certain: "Will be refused",
  likely: "Will most likely be refused",
  possible: "May be refused",
};
const groupsWords = { yes: "Groups", no: "No groups", depends: "Groups if so configured" };

type PredictedTokenProps = { title: string; token: TokenPrediction };

function PredictedToken({ title, token }: PredictedTokenProps) {
  const { kind, claims, groups, because } = token;
  return (
    <li className={styles.token}>
      <p className={styles.title}>
        <strong>{kind ? `${title}, ${kind}` : title}</strong>
        <span className={styles.groups} data-groups={groups}>
          {groupsWords[groups]}
        </span>
      </p>
      <p className={styles.because}>{because}</p>
      {claims.length > 0 && (
        <p className={styles.claims}>
          <code>{claims.join(" ")}</code>
        </p>
      )}
    </li>
  );
}
