import {
  buildTokenCurlCommand,
  buildTokenRequestBody,
  type TokenExchange,
} from "../../../oidc/token-request.ts";
import { rfcSection } from "../../../okta/sources.ts";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { ExternalLink } from "../../../ui/ExternalLink.tsx";
import { Fold } from "../../../ui/Fold.tsx";
import { explainTokenRequest } from "../../explain-token-request.ts";
import type { Run } from "../../run.ts";
import { showShort } from "../claims/VisibleText.tsx";
import { useDetailsId } from "./details-ids.ts";
import { findTokenRequest } from "./find-token-request.ts";
import styles from "./ParameterList.module.css";
import { listParameters, ParameterList } from "./ParameterList.tsx";

type TokenRequestFoldProps = {
  run: Run;
  nowSeconds: number;
  redirectUri: string;
};

export function TokenRequestFold({ run, nowSeconds, redirectUri }: TokenRequestFoldProps) {
  const id = useDetailsId("token-request");
  const { tokenRequest } = run;
  const pageOrigin = new URL(redirectUri).origin;
  const explained = explainTokenRequest(run, { nowSeconds, pageOrigin });
  if (!tokenRequest || !explained) return null;
  const { title, sentences } = explained;
  const request = findTokenRequest(run, redirectUri);
  const isSent = tokenRequest.status !== "unsent" && tokenRequest.tokenEndpoint;
  return (
    <Fold id={id} title="Token request" summary={title}>
      {sentences.map((sentence) => (
        <p key={sentence} className="note">
          {showShort(sentence)}
        </p>
      ))}
      <p className="note">
        For new apps, use this flow: it keeps tokens out of URLs.{" "}
        <ExternalLink href={recommendation.url}>{recommendation.title}</ExternalLink>
      </p>
      {request && (
        <>
          <header className={`row ${styles.header}`}>
            <h4>{isSent ? "Request" : "The request, not sent"}</h4>
            <CopyButton
              label="Copy as curl"
              getText={() =>
                (run.request?.org === "demo" ? unreachable : "") + buildTokenCurlCommand(request)
              }
            />
          </header>
          <p>
            <code>POST {showShort(request.tokenEndpoint)}</code>
          </p>
          <ParameterList
            of="request"
            parameters={listParameters(new URLSearchParams(buildTokenRequestBody(request)))}
          />
        </>
      )}
      {tokenRequest.status === "sent" && <TokenResponse exchange={tokenRequest.exchange} />}
    </Fold>
  );
}

/** The OAuth 2.1 draft omits the implicit flow for the same reason. */
const recommendation = rfcSection(9700, "2.1.2");

const unreachable =
  "# curl can't reach a demo org in the browser. npm run org starts one that it can reach.\n";

function TokenResponse({ exchange }: { exchange: TokenExchange }) {
  if (exchange.kind === "unreachable") return null;
  const status = exchange.kind === "success" ? 200 : exchange.status;
  return (
    <>
      <header className={`row ${styles.header}`}>
        <h4>Response</h4>
      </header>
      <p>
        <code>{status}</code>
      </p>
      <ParameterList of="response" parameters={listMembers(exchange)} />
    </>
  );
}

function listMembers(exchange: Exclude<TokenExchange, { kind: "unreachable" }>) {
  const members =
    exchange.kind === "success"
      ? {
          token_type: exchange.tokenType,
          expires_in: exchange.expiresInSeconds,
          access_token: exchange.accessToken.raw,
          scope: exchange.scope,
          id_token: exchange.idToken?.raw,
          refresh_token: exchange.refreshToken,
        }
      : exchange.kind === "error"
        ? { error: exchange.error, error_description: exchange.description }
        : {};
  return Object.entries(members).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value: String(value) }],
  );
}
