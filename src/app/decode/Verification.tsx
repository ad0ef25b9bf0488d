import { useEffect, useId, useRef, useState } from "react";
import { describeAllowedOrgs, isAllowedUrl } from "../../oidc/allowed-orgs.ts";
import type { Check } from "../../oidc/check.ts";
import { findString } from "../../oidc/find-string.ts";
import { parseKeys } from "../../oidc/parse-keys.ts";
import { Button } from "../../ui/Button.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import type { DemoOrgHandle } from "../demo-org-status.ts";
import type { Run } from "../run.ts";
import type { NamedIssuer } from "./infer-request.ts";
import { listReceived, listVerifiable } from "./signatures.ts";
import styles from "./Verification.module.css";
import type { KeySource } from "./verify-pasted.ts";

type VerificationProps = {
  run: Run;
  issuer: NamedIssuer | undefined;
  pastedKeys: string | undefined;
  demoOrg: DemoOrgHandle;
  onVerified: (checks: readonly Check[]) => void;
};

const idle = "Not verified.";
const running = "Verifying…";

/** Verifies signatures after the user has chosen whose keys to use. */
export function Verification(props: VerificationProps) {
  const { run, issuer, pastedKeys, demoOrg, onVerified } = props;
  const [outcome, setOutcome] = useState(idle);
  const [keysText, setKeysText] = useState(pastedKeys ?? "");
  const [keysProblem, setKeysProblem] = useState<string>();
  const [isOffline, setOffline] = useState(pastedKeys !== undefined);
  const offlineId = useId();
  const cancellation = useRef<AbortController>(undefined);
  useEffect(() => () => cancellation.current?.abort(), []);
  if (listVerifiable(run).length === 0) return null;

  async function verify(source: KeySource, keysOf: string) {
    setOutcome(running);
    const part = await import("./verify-pasted.ts").catch(() => undefined);
    if (!part) return setOutcome(notLoaded);
    const checks = await part.verifyPasted(run, source);
    if (cancellation.current?.signal.aborted) return;
    onVerified(checks);
    setOutcome(summarize(checks, keysOf));
  }

  async function verifyWithIssuer({ issuer: url, host, orgUrl }: NamedIssuer) {
    const current = new AbortController();
    cancellation.current = current;
    if (orgUrl === demoOrg.orgUrl) demoOrg.start();
    await verify(
      { kind: "issuer", issuer: url, fetch, signal: current.signal },
      `a key of ${host}`,
    );
  }

  async function verifyOffline() {
    const parsed = await parseKeys(keysText, listKeyIds(run));
    setKeysProblem(parsed.kind === "problem" ? parsed.problem : undefined);
    if (parsed.kind === "keys")
      await verify({ kind: "pasted", keys: parsed.keys }, "the pasted key");
  }

  const isAllowed = issuer !== undefined && isAllowedUrl(issuer.orgUrl);
  return (
    <section aria-label="Verification" className={styles.verification}>
      <div className="row">
        <p role="status">{outcome}</p>
        {issuer && isAllowed && (
          <Button
            aria-disabled={outcome === running || undefined}
            onClick={() => outcome !== running && void verifyWithIssuer(issuer)}
          >
            Verify with {issuer.host}
          </Button>
        )}
        <Button
          look="quiet"
          aria-expanded={isOffline}
          aria-controls={offlineId}
          onClick={() => setOffline(!isOffline)}
        >
          Verify offline
        </Button>
      </div>
      {issuer && outcome === idle && (
        <p className="note">
          {isAllowed
            ? "Fetches the public keys from that host. Sends no token."
            : `${describeAllowedOrgs()} Paste the keys of ${issuer.host} to verify the token.`}
        </p>
      )}
      <div id={offlineId} hidden={!isOffline} className={`card ${styles.offline}`}>
        <TextArea
          label="Public keys"
          hint="A JWKS, one JSON Web Key, or a PEM. In Okta, the JWKS is at the issuer’s jwks_uri."
          rows={4}
          value={keysText}
          onChange={setKeysText}
          error={keysProblem}
        />
        <Button onClick={() => void verifyOffline()}>Verify with these keys</Button>
      </div>
    </section>
  );
}

const notLoaded =
  "Not verified. The code that verifies could not be loaded. Check your connection and reload the page.";

function summarize(checks: readonly Check[], keysOf: string): string {
  const sentences = checks.map(({ about, status, detail }) => {
    if (status === "skipped") return `Not verified. ${detail}`;
    const name = about === "id_token" ? "The ID token" : "The access token";
    return status === "pass" ? `${name} was signed with ${keysOf}.` : `${name}: ${detail}`;
  });
  return sentences.join(" ");
}

function listKeyIds(run: Run): readonly (string | undefined)[] {
  return listReceived(run).flatMap(({ token }) => {
    if (token.decoded.kind !== "decoded") return [];
    return [findString(token.decoded.header, "kid")];
  });
}
