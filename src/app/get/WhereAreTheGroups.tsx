import { diagnose } from "../../okta/diagnosis.ts";
import type { Change, RunToDiagnose } from "../../okta/reason.ts";
import { Panel } from "../../ui/Panel.tsx";
import { type ClaimsSource, claimsSourcesOf } from "../describe-run.ts";
import type { Reading } from "../reading.ts";
import type { Run } from "../runs.ts";
import type { SentRequest } from "../sent-requests.ts";
import { shorten } from "../shorten.ts";
import { FoundGroups } from "./FoundGroups.tsx";
import { PredictionProof } from "./PredictionProof.tsx";
import { ReasonItem } from "./ReasonItem.tsx";
import styles from "./WhereAreTheGroups.module.css";

type WhereAreTheGroupsProps = {
  run: Run;
  reading: Reading;
  /** Makes the change of a reason in the form and sends the request again. */
  onApply: (change: Change) => void;
};

/** The answer to the page's question: where the groups are, or why they are not and what to change. */
export function WhereAreTheGroups({ run, reading, onApply }: WhereAreTheGroupsProps) {
  const { request } = run;
  if (!request) {
    return (
      <Panel title="Where are the groups?">
        <p>
          This tab does not know the request behind this answer, so it cannot say why groups are
          there or not. Send a request from here, and it can.
        </p>
      </Panel>
    );
  }
  const { found, reasons } = diagnose(asDiagnosable(run, request, reading));
  const hasGroups = found.some(({ where }) => where !== "UserInfo");
  return (
    <Panel title="Where are the groups?">
      {found.length === 0 ? (
        <p className={styles.verdict}>No groups came with this answer.</p>
      ) : (
        <FoundGroups run={run} found={found} />
      )}
      <PredictionProof request={request} reading={reading} hasGroups={hasGroups} />
      {reasons.length > 0 && (
        <ol className={styles.reasons}>
          {reasons.map((reason) => (
            <ReasonItem
              key={reason.id}
              reason={reason}
              request={request}
              reading={reading}
              onApply={onApply}
            />
          ))}
        </ol>
      )}
    </Panel>
  );
}

function asDiagnosable(run: Run, request: SentRequest, reading: Reading): RunToDiagnose {
  const sources = claimsSourcesOf(run);
  const claimsOf = (place: ClaimsSource["place"]) =>
    sources.find((it) => it.place === place)?.claims;
  const idTokenClaims = claimsOf("ID token");
  const accessTokenClaims = claimsOf("Access token");
  const userInfoClaims = claimsOf("UserInfo");
  return {
    server: request.server,
    responseType: request.responseType,
    scopes: request.scopes,
    ...(idTokenClaims && { idTokenClaims }),
    ...(accessTokenClaims && { accessTokenClaims }),
    ...(userInfoClaims && { userInfoClaims }),
    ...(reading.kind === "refused" && { refusal: quoteRefusal(reading.refusal) }),
  };
}

function quoteRefusal({ error, description }: NonNullable<RunToDiagnose["refusal"]>) {
  return { error: shorten(error), description: description && shorten(description) };
}
