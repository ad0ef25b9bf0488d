import type { JsonObject } from "../../../oidc/json.ts";
import { Callout } from "../../../ui/Callout.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { useCopy } from "../../../ui/use-copy.ts";
import { ClaimsTable } from "../../result/claims/ClaimsTable.tsx";
import { useNow } from "../../use-now.ts";
import styles from "./PreviewOutcome.module.css";
import type { PreviewResult } from "./token-preview-call.ts";

type PreviewOutcomeProps = { result: PreviewResult };

export function PreviewOutcome({ result }: PreviewOutcomeProps) {
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
