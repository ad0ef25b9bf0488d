import { diagnose } from "../../okta/diagnosis.ts";
import { findGroupsClaims } from "../../okta/groups-claims.ts";
import { predict } from "../../okta/prediction.ts";
import type { Change, Reason } from "../../okta/reason.ts";
import { Button } from "../../ui/Button.tsx";
import { ExternalLink } from "../../ui/ExternalLink.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { claimsSourcesOf } from "../describe-run.ts";
import type { Reading } from "../reading.ts";
import type { Run } from "../runs.ts";
import type { SentRequest } from "../sent-requests.ts";
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
  return (
    <Panel title="Where are the groups?">
      {found.length === 0 ? (
        <p className={styles.verdict}>No groups came with this answer.</p>
      ) : (
        <ul className={styles.found}>
          {found.map(({ where, claim, count }) => (
            <li key={`${where} ${claim}`}>
              <strong>{count === 1 ? "1 group" : `${count} groups`}</strong> in {placeWords[where]},
              claim <code>{claim}</code>
              <FoundNames names={namesOf(run, where, claim)} />
            </li>
          ))}
        </ul>
      )}
      <Proof
        request={request}
        hasGroups={found.some(({ where }) => where !== "UserInfo")}
        reading={reading}
      />
      {reasons.length > 0 && (
        <ol className={styles.reasons}>
          {reasons.map((reason) => (
            <ReasonItem key={reason.id} reason={reason} onApply={onApply} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

const placeWords = {
  "ID token": "the ID token",
  "Access token": "the access token",
  UserInfo: "UserInfo",
};

/** As many names as one look takes in; the claim's row below has them all. */
const mostNames = 12;

function FoundNames({ names }: { names: readonly string[] }) {
  const more = names.length - mostNames;
  return (
    <span className={styles.names}>
      {names.slice(0, mostNames).map((name, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, and keep their order
        <bdi key={index}>{name}</bdi>
      ))}
      {more > 0 && <span>and {more} more</span>}
    </span>
  );
}

function namesOf(run: Run, place: string, claim: string): readonly string[] {
  const source = claimsSourcesOf(run).find((it) => it.place === place);
  const claims = source ? findGroupsClaims(source.claims) : [];
  return claims.find(({ name }) => name === claim)?.groups ?? [];
}

type ProofProps = { request: SentRequest; hasGroups: boolean; reading: Reading };

/** What Okta’s rules let expect of the request, worked out again and held against what came. */
function Proof({ request, hasGroups, reading }: ProofProps) {
  const { refusal, idToken, accessToken } = predict(request);
  const groups = [idToken?.groups, accessToken?.groups];
  if (reading.kind === "unreadable") return null;
  if (reading.kind === "refused") {
    if (refusal?.error !== reading.refusal.error) return null;
    return <p className={styles.proof}>As predicted: the request was refused.</p>;
  }
  if (groups.includes("depends")) {
    return (
      <p className={styles.proof}>
        The prediction left it open: it depended on how the org is set up. Now you know.
      </p>
    );
  }
  const asPredicted = groups.includes("yes") === hasGroups;
  return (
    <p className={styles.proof}>
      {asPredicted
        ? `As predicted: ${hasGroups ? "groups" : "no groups"} in a token.`
        : `The prediction said ${hasGroups ? "no groups" : "groups"}, and it was wrong: this org is set up differently, or this person is.`}
    </p>
  );
}

const actors = {
  you: "You can change this here",
  app: "The app must change",
  "okta-admin": "An Okta admin must act",
};

type ReasonItemProps = { reason: Reason; onApply: (change: Change) => void };

function ReasonItem({ reason, onApply }: ReasonItemProps) {
  const { title, observed, expected, whoActs, steps, change, source } = reason;
  return (
    <li className={styles.reason}>
      <h4>{title}</h4>
      <p>{observed}</p>
      <p>{expected}</p>
      <p className={styles.actor}>{actors[whoActs]}:</p>
      <ul className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <p className={styles.actions}>
        {change && (
          <Button onClick={() => onApply(change)}>
            {change.kind === "call_userinfo" ? "Go to UserInfo" : "Change it and ask again"}
          </Button>
        )}
        <ExternalLink href={source.url}>{source.title}</ExternalLink>
      </p>
    </li>
  );
}

function asDiagnosable(run: Run, request: SentRequest, reading: Reading) {
  const sources = claimsSourcesOf(run);
  const claimsOf = (place: string) => sources.find((source) => source.place === place)?.claims;
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
    ...(reading.kind === "refused" && { refusal: reading.refusal }),
  };
}
