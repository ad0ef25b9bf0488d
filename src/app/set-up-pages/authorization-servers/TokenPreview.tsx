import { useRef, useState } from "react";
import type { JsonObject } from "../../../oidc/json.ts";
import { Callout } from "../../../ui/Callout.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { useCopy } from "../../../ui/use-copy.ts";
import { type Answer, fetchAnswer } from "../../org-api/answer.ts";
import { useOrgApi } from "../../org-api/org-api-context.ts";
import { ClaimsTable } from "../../result/claims/ClaimsTable.tsx";
import { useFetched } from "../../use-fetched.ts";
import { useNow } from "../../use-now.ts";
import { Loaded } from "../form/Loaded.tsx";
import type { OrgLists } from "../form/org-lists.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import { PreviewForm } from "./PreviewForm.tsx";
import styles from "./TokenPreview.module.css";
import {
  buildTokenPreview,
  type PreviewRequest,
  type PreviewResult,
  previewResultSchema,
} from "./token-preview-call.ts";

type TokenPreviewProps = {
  /** null for the org authorization server. */
  serverId: string | null;
  scopes: readonly string[];
  lists: OrgLists;
  app?: string | undefined;
};

/** Previews the tokens that a request would return, without a sign-in. */
export function TokenPreview({ serverId, scopes, lists, app }: TokenPreviewProps) {
  const api = useOrgApi();
  /** With a number, so that the same request can be sent again. */
  const [request, setRequest] = useState<PreviewRequest & { turn: number }>();
  const turns = useRef(0);
  const answer = useFetched(request, ({ turn, ...it }, signal) =>
    fetchAnswer(api, buildTokenPreview(it), previewResultSchema, signal),
  );
  return (
    <>
      <Panel title="Request Properties">
        {lists.applications.length === 0 ? (
          <p>
            Every token is issued to an app, and this org has none.{" "}
            <PlaceLink place={{ section: "applications" }}>Create an app</PlaceLink>
          </p>
        ) : (
          <PreviewForm
            serverId={serverId}
            scopes={scopes}
            lists={lists}
            app={app}
            onChange={() => setRequest(undefined)}
            onSubmit={(sent) => {
              turns.current += 1;
              setRequest({ ...sent, turn: turns.current });
            }}
          />
        )}
      </Panel>
      {/* Rendered even while empty: screen readers announce only changes inside a live region. */}
      <p role="status" className={styles.status}>
        {request && describeStatus(answer ?? { status: "loading" })}
      </p>
      {answer && <Loaded answer={answer}>{(result) => <PreviewOutcome result={result} />}</Loaded>}
    </>
  );
}

function describeStatus(preview: Answer<PreviewResult>): string | undefined {
  if (preview.status === "loading") return "Loading the preview…";
  return preview.status === "loaded" && preview.value.kind === "tokens"
    ? "This is a preview. No token was issued."
    : undefined;
}

function PreviewOutcome({ result }: { result: PreviewResult }) {
  if (result.kind === "refused")
    return (
      <Callout kind="alert">
        <p>
          This request returns an error: <code>{result.error}</code>
        </p>
        {result.errorDescription && <p>{result.errorDescription}</p>}
        {result.reason && (
          <p>
            Reason in the System Log: <code>{result.reason}</code>
          </p>
        )}
      </Callout>
    );
  const { idToken, accessToken } = result;
  return (
    <div className={styles.payloads}>
      {idToken && <Payload title="ID token" claims={idToken.payload} />}
      {accessToken && <Payload title="Access token" claims={accessToken.payload} />}
    </div>
  );
}

function Payload({ title, claims }: { title: string; claims: JsonObject }) {
  const nowSeconds = useNow();
  const copying = useCopy();
  const members = Object.entries(claims).map(([name, value]) => ({
    name,
    value,
    source: JSON.stringify(value),
    notes: [],
  }));
  return (
    <Panel title={title}>
      <div className={styles.claims}>
        <ClaimsTable members={members} nowSeconds={nowSeconds} explainAll={false} {...copying} />
      </div>
    </Panel>
  );
}
