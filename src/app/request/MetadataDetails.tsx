import type { Metadata, MetadataResult } from "../../oidc/discovery.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { explainMetadataProblem } from "../explain-metadata-problem.ts";
import { shorten } from "../shorten.ts";
import styles from "./OwnOrgFields.module.css";
import type { MetadataState } from "./use-metadata.ts";

type MetadataDetailsProps = {
  metadata: MetadataState;
  onTakeIssuer: (issuer: string) => void;
};

export function MetadataDetails({ metadata, onTakeIssuer }: MetadataDetailsProps) {
  if (metadata.status === "not-requested") return null;
  if (metadata.status === "loading") {
    return (
      <p role="status" className="note">
        Loading the server’s metadata…
      </p>
    );
  }
  const { answer } = metadata;
  return answer.kind === "loaded" ? (
    <Endpoints metadata={answer.metadata} />
  ) : (
    <MetadataProblem answer={answer} onTakeIssuer={onTakeIssuer} />
  );
}

/** Shows a problem with the demo org's metadata. For an own org, the domain field shows the problem. */
export function ServerProblem({ metadata, onTakeIssuer }: MetadataDetailsProps) {
  if (metadata.status !== "done" || metadata.answer.kind === "loaded") return null;
  return <MetadataProblem answer={metadata.answer} onTakeIssuer={onTakeIssuer} />;
}

type MetadataProblemProps = {
  answer: Exclude<MetadataResult, { kind: "loaded" }>;
  onTakeIssuer: (issuer: string) => void;
};

function MetadataProblem({ answer, onTakeIssuer }: MetadataProblemProps) {
  return (
    <div role="status">
      <Callout kind="warning">
        <p>{explainMetadataProblem(answer)}</p>
        {answer.kind === "issuer_mismatch" ? (
          <p>
            <Button onClick={() => onTakeIssuer(answer.received)}>Use the metadata’s issuer</Button>
          </p>
        ) : (
          <p>You can still send the request.</p>
        )}
      </Callout>
    </div>
  );
}

function Endpoints({ metadata }: { metadata: Metadata }) {
  const endpoints = [
    ["Issuer", metadata.issuer],
    ["Metadata", `${metadata.issuer}/.well-known/openid-configuration`],
    ...listOAuthMetadata(metadata.issuer),
    ["Authorization endpoint", metadata.authorizationEndpoint],
    ["Token endpoint", metadata.tokenEndpoint ?? "none"],
    ["UserInfo endpoint", metadata.userinfoEndpoint ?? "none"],
    ["Keys", metadata.jwksUri],
    ["Published scopes", metadata.scopesSupported.join(" ")],
  ] as const;
  return (
    <details className={styles.endpoints}>
      <summary>The server responds. Show its endpoints</summary>
      <dl>
        {endpoints.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code>{shorten(value)}</code>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Lists the OAuth metadata URLs of a custom server. @see RFC 8414 §3.1; Okta: Create an authorization server */
function listOAuthMetadata(issuer: string): readonly (readonly [name: string, url: string])[] {
  const { origin, pathname } = new URL(issuer);
  return pathname.startsWith("/oauth2/")
    ? [["Metadata (OAuth)", `${origin}/.well-known/oauth-authorization-server${pathname}`]]
    : [];
}
