import { Fragment } from "react";
import type { FoundCause, FoundGroups } from "../../../okta/found-cause.ts";
import { AfterFirstFrame } from "../../../ui/AfterFirstFrame.tsx";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { ExternalLink } from "../../../ui/ExternalLink.tsx";
import { afterFirstFrame } from "../../after-first-frame-part.ts";
import { usePart } from "../../use-part.ts";
import { showShort, showText } from "../claims/VisibleText.tsx";
import { ActionButtons, type ActionsProps } from "./ActionButtons.tsx";
import styles from "./Causes.module.css";
import { listActions, listCalls } from "./label-set-up-change.ts";
import { SetUpLink } from "./SetUpLink.tsx";
import type { SetUpPlace } from "./set-up-place.ts";
import type { Verdict } from "./verdict-data.ts";

function summarize({ tone, others }: Verdict): string {
  if (tone === "groups") return "Where groups are missing";
  if (tone === "failed") return "Why groups are missing";
  const isProven = others.every(({ certainty }) => certainty === "certain");
  return isProven ? "Other causes" : "Other possible causes";
}

/** Without the set-up about a dozen causes are possible, so the list is cut. */
const maxShown = 4;

export function Causes(props: ActionsProps) {
  const { verdict } = props;
  const { others, setUp, ownOrgQuery } = verdict;
  const renderCause = (cause: FoundCause) => (
    <li key={cause.id}>
      <h3>{showShort(cause.title)}</h3>
      <p>
        {showShort(cause.observed)} {showText(cause.expected)}
      </p>
      <ActionButtons {...props} actions={[...listCalls(cause), ...listActions(cause)]} />
      <Steps cause={cause} setUp={setUp} ownOrgQuery={ownOrgQuery} />
    </li>
  );
  return (
    <details className={styles.fold}>
      <summary>
        {summarize(verdict)} ({others.length})
      </summary>
      <AfterFirstFrame>
        <ol className={`numbered ${styles.causes}`}>
          {others.slice(0, maxShown).map(renderCause)}
        </ol>
        {others.length > maxShown && (
          <details className={styles.fold}>
            <summary>Less likely ({others.length - maxShown})</summary>
            <ol className={`numbered ${styles.causes}`} start={maxShown + 1}>
              {others.slice(maxShown).map(renderCause)}
            </ol>
          </details>
        )}
      </AfterFirstFrame>
    </details>
  );
}

const stepSummaries = {
  you: "How to fix it",
  app: "Do this in your app",
  "okta-admin": "Do this in your org",
};

type StepsProps = {
  /** Replaces the default summary, which depends on `cause.whoActs`. */
  summary?: string;
  cause: FoundCause;
  /** The demo org's page on which an admin takes the steps. */
  setUp: SetUpPlace | undefined;
  /** The app's page in the Admin Console of the reader's own org. */
  adminUrl?: string | undefined;
  ownOrgQuery?: string | undefined;
  /** The cause as text to copy. */
  answer?: string | undefined;
  isOpen?: boolean;
};

export function Steps(props: StepsProps) {
  const { cause, setUp, adminUrl, ownOrgQuery, answer, isOpen } = props;
  const { whoActs, steps, source, consolePath, setUpChange } = cause;
  const { code } = usePart(afterFirstFrame, setUpChange !== undefined);
  const links = [
    setUp && whoActs === "okta-admin" && <SetUpLink setUp={setUp} />,
    adminUrl !== undefined && (
      <ExternalLink href={adminUrl}>Open this app in your Admin Console</ExternalLink>
    ),
    ownOrgQuery !== undefined && <OwnOrgLink query={ownOrgQuery} />,
  ];
  return (
    <details className={styles.fold} open={isOpen}>
      <summary>{props.summary ?? stepSummaries[whoActs]}</summary>
      {consolePath && <p className={styles.path}>Admin Console: {showShort(consolePath)}</p>}
      <ol className={`numbered ${styles.steps}`}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className="row">
        <p className={styles.links}>
          {links.map((link, index) => link && <Fragment key={index}>{link} · </Fragment>)}
          <ExternalLink href={source.url}>{source.title}</ExternalLink>
        </p>
        {answer !== undefined && (
          <span className="no-print">
            <CopyButton label="Copy answer" getText={() => answer} />
          </span>
        )}
      </div>
      {setUpChange && (
        <details className={styles.exact}>
          <summary>
            {whoActs === "okta-admin"
              ? "Exact steps, curl and Terraform"
              : "Or change the set-up: steps, curl and Terraform"}
          </summary>
          {code && <code.DoInYourOrg changes={[setUpChange]} />}
        </details>
      )}
    </details>
  );
}

function OwnOrgLink({ query }: { query: string }) {
  return <a href={`${location.pathname}${query}`}>Try this request with your own org</a>;
}

type SetUpBehindProps = NonNullable<Verdict["behind"]> & { ownOrgQuery: string | undefined };

/** Explains how to set up another org so that it returns the groups on screen. */
export function SetUpBehind({ changes, isAssumed, ownOrgQuery }: SetUpBehindProps) {
  const { code } = usePart(afterFirstFrame);
  return (
    <details className={styles.fold}>
      {/* Without the query, the run is from the reader's own org, which returns the groups already. */}
      <summary>Do this in {ownOrgQuery === undefined ? "another" : "your"} org</summary>
      <AfterFirstFrame>
        {isAssumed && (
          <p>
            This page can’t read this org’s claim settings. These steps create claims with the same
            names that list all of a user’s Okta groups. They replace an app’s own filter.
          </p>
        )}
        {code && (
          <code.DoInYourOrg changes={changes}>
            {ownOrgQuery !== undefined && (
              <p>
                <OwnOrgLink query={ownOrgQuery} />
              </p>
            )}
          </code.DoInYourOrg>
        )}
      </AfterFirstFrame>
    </details>
  );
}

export function Readers({ found }: { found: readonly FoundGroups[] }) {
  const { code } = usePart(afterFirstFrame);
  return (
    <details className={styles.fold}>
      <summary>Which apps read these groups</summary>
      {code && <code.WhoReadsIt found={found} />}
    </details>
  );
}
