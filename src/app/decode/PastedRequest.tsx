import type { AuthorizeUrl } from "../../okta/authorize-url.ts";
import {
  type AuthorizeUrlProblem,
  findAuthorizeUrlProblems,
} from "../../okta/authorize-url-problems.ts";
import { type Prediction, predict } from "../../okta/prediction.ts";
import { ExternalLink } from "../../ui/ExternalLink.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { showText } from "../result/claims/VisibleText.tsx";
import { ParameterList } from "../result/details/ParameterList.tsx";
import { PredictedSlots } from "../result/slots/PredictedSlots.tsx";
import verdict from "../result/verdict/Verdict.module.css";
import { shorten } from "../shorten.ts";
import { buildRequestQuery } from "./build-request-query.ts";
import styles from "./PastedRequest.module.css";
import { RequestLinks } from "./RequestLinks.tsx";

type PastedRequestProps = { request: AuthorizeUrl; demoOrgUrl: string };

export function PastedRequest({ request, demoOrgUrl }: PastedRequestProps) {
  const { responseType, server, scopes, redirectUri, hasHost, hostPlaceholder } = request;
  const problems = findAuthorizeUrlProblems(request);
  const isRefused = problems.some(({ kind }) => kind === "refusal");
  const prediction =
    responseType && !isRefused && !isForeign(request)
      ? predict({ server, responseType, scopes })
      : undefined;
  const query = buildRequestQuery(request, demoOrgUrl);
  const ownUri = location.origin + location.pathname;
  return (
    <>
      <section
        aria-label="This request"
        className={`row ${verdict.verdict}`}
        data-tone={isRefused ? "error" : undefined}
      >
        <div className={verdict.main}>
          <h2>{describeOutcome(request, problems, prediction)}</h2>
          {problems.length > 0 && (
            <ul className={styles.problems}>
              {problems.map(({ text, source }) => (
                <li key={text}>
                  {showText(shorten(text))}{" "}
                  <ExternalLink href={source.url}>{source.title}</ExternalLink>
                </li>
              ))}
            </ul>
          )}
          {prediction && (
            <p>
              {problems.length > 0 && `If it is accepted: ${prediction.headline.title}. `}
              {prediction.headline.sentence}
            </p>
          )}
        </div>
        {!hasHost && hostPlaceholder === undefined && (
          <p className={`note ${styles.line}`}>
            It has no host, so this page can’t tell which org it is for.
          </p>
        )}
        <div className={`row ${verdict.actions}`}>
          <RequestLinks query={query} />
        </div>
        {query !== undefined && redirectUri !== ownUri && (
          <p className={`note ${styles.line}`}>
            Explore uses a new state and nonce, and its own redirect URI. The app must allow{" "}
            <code>{ownUri}</code>.
          </p>
        )}
      </section>
      {prediction && <PredictedSlots prediction={prediction} server={server.kind} />}
      <Panel title="Parameters">
        <ParameterList of="request" parameters={request.parameters} />
      </Panel>
    </>
  );
}

/** Okta's rules say nothing about another product's server. */
function isForeign({ orgUrl, hasHost }: AuthorizeUrl): boolean {
  return orgUrl === undefined && hasHost;
}

function describeOutcome(
  request: AuthorizeUrl,
  problems: readonly AuthorizeUrlProblem[],
  prediction: Prediction | undefined,
): string {
  if (isForeign(request)) return "This doesn’t look like a request to an Okta org";
  if (request.hostPlaceholder !== undefined) return "This request has no host yet";
  if (problems.some(({ kind }) => kind === "refusal")) return "Okta will refuse this request";
  if (problems.length > 0) return "Okta may refuse this request";
  return prediction?.headline.title ?? "No problems found in this request";
}
