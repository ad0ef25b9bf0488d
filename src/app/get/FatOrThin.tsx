import type { JsonObject } from "../../oidc/json.ts";
import { judgeIdToken } from "../../okta/fat-and-thin.ts";
import { okta } from "../../okta/sources.ts";
import { ExternalLink } from "../../ui/ExternalLink.tsx";
import styles from "./FatOrThin.module.css";

type FatOrThinProps = {
  claims: JsonObject;
  cameWithAccessToken: boolean | undefined;
};

const names = { fat: "Fat ID token", thin: "Thin ID token", unknown: "Fat or thin: can’t be told" };

/** Okta's word for how much an ID token carries, and why this one is called so. */
export function FatOrThin({ claims, cameWithAccessToken }: FatOrThinProps) {
  const { kind, reason } = judgeIdToken({ claims, cameWithAccessToken });
  return (
    <div role="status" className={styles.verdict} data-kind={kind}>
      <strong>{names[kind]}</strong>
      <p>
        {reason}{" "}
        <ExternalLink href={okta.tokensAndScopes.url}>Okta on fat and thin tokens</ExternalLink>
      </p>
    </div>
  );
}
