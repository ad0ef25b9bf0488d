import { useEffect, useRef } from "react";
import type { FoundGroups, Reason } from "../../../okta/reason.ts";
import { Button } from "../../../ui/Button.tsx";
import { ExternalLink } from "../../../ui/ExternalLink.tsx";
import { buildPlaceQuery } from "../../set-up-places.ts";
import { shorten } from "../../shorten.ts";
import { showGroup } from "../claims/GroupList.tsx";
import type { VerdictAction, Verdict as VerdictData } from "./describe-verdict.ts";
import { findSetUpPlace } from "./set-up-place.ts";
import styles from "./Verdict.module.css";

type VerdictProps = {
  verdict: VerdictData;
  /** Set for a run of the demo org: what its settings are found by. */
  setUp: Parameters<typeof findSetUpPlace>[0] | undefined;
  /** The run has just arrived: its heading gets the focus. */
  takesFocus: boolean;
  isCallingUserInfo: boolean;
  onAction: (action: VerdictAction) => void;
};

/** Where the groups are; or why there are none, and the button that changes it. */
export function Verdict(props: VerdictProps) {
  const { verdict, setUp, takesFocus, isCallingUserInfo, onAction } = props;
  const { tone, heading, quote, sentences, found, actions, cause, otherCauses } = verdict;
  const title = useRef<HTMLHeadingElement>(null);
  const isAlert = tone === "error" || tone === "failed";

  useEffect(() => {
    if (takesFocus) title.current?.focus();
  }, [takesFocus]);

  return (
    <section aria-label="Where are the groups?" className={styles.verdict} data-tone={tone}>
      <div role={isAlert ? "alert" : undefined} className={styles.main}>
        <h2 ref={title} tabIndex={-1}>
          {heading}
        </h2>
        {found.map((it) => (
          <FoundIn key={`${it.where} ${it.claim}`} found={it} />
        ))}
        {quote && (
          <p>
            Okta returned <code>{shorten(quote.error)}</code>
            {quote.description === undefined ? (
              ", without a description."
            ) : (
              <>
                : <q>{shorten(quote.description)}</q>
              </>
            )}
          </p>
        )}
        {sentences.length > 0 && <p>{sentences.join(" ")}</p>}
      </div>
      {actions.length > 0 && (
        <div className={styles.actions}>
          {actions.map((action, index) => (
            <Button
              key={action.label}
              look={index === 0 && tone !== "groups" ? "primary" : "secondary"}
              aria-disabled={(action.kind === "call-user-info" && isCallingUserInfo) || undefined}
              onClick={() => onAction(action)}
            >
              {action.label}
            </Button>
          ))}
        </div>
      )}
      {verdict.incomplete && (
        <p className={styles.incomplete}>
          <b>{verdict.incomplete.title}.</b> {verdict.incomplete.expected}
        </p>
      )}
      {(cause || otherCauses.length > 0) && (
        <div className={styles.more}>
          {cause && <Steps reason={cause} setUp={setUp} />}
          {otherCauses.length > 0 && (
            <details>
              <summary>
                {tone === "groups" ? "Where groups are missing" : "Other possible causes"} (
                {otherCauses.length})
              </summary>
              <ol className={styles.causes}>
                {otherCauses.map((reason) => (
                  <li key={reason.id}>
                    <h3>{reason.title}</h3>
                    <p>
                      {reason.observed} {reason.expected}
                    </p>
                    <Steps reason={reason} setUp={undefined} />
                  </li>
                ))}
              </ol>
            </details>
          )}
        </div>
      )}
    </section>
  );
}

/** As many names as a reader takes in at once. The claims table has all of them. */
const maxNames = 20;

function FoundIn({ found: { claim, groups, where } }: { found: FoundGroups }) {
  const more = groups.length - maxNames;
  const count = groups.length === 1 ? "1 group" : `${groups.length.toLocaleString("en")} groups`;
  return (
    <div className={styles.found}>
      <ul aria-label={`${count} in ${where}`} className={styles.groups}>
        {groups.slice(0, maxNames).map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, and keep their order
          <li key={index}>
            <bdi>{showGroup(group)}</bdi>
          </li>
        ))}
        {more > 0 && <li className={styles.rest}>and {more.toLocaleString("en")} more</li>}
      </ul>
      <p>
        {count} in the claim <code>{shorten(claim)}</code>
      </p>
    </div>
  );
}

const actors = {
  you: "On this page:",
  app: "In the app’s code:",
  "okta-admin": "In the Admin Console:",
};

function Steps({ reason, setUp }: { reason: Reason; setUp: VerdictProps["setUp"] }) {
  const { whoActs, steps, source } = reason;
  const setUpPlace = setUp && findSetUpPlace(setUp);
  return (
    <details>
      <summary>{whoActs === "you" ? "How to fix it" : "How to fix it in your org"}</summary>
      <p className={styles.actor}>{actors[whoActs]}</p>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>
        {setUpPlace && (
          <>
            <a href={buildPlaceQuery(setUpPlace.place, location.search)}>{setUpPlace.name}</a>
            {" · "}
          </>
        )}
        <ExternalLink href={source.url}>{source.title}</ExternalLink>
      </p>
    </details>
  );
}
