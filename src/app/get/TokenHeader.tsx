import { useDeferredValue } from "react";
import type { JsonObject } from "../../oidc/json.ts";
import { explainClaim } from "../../okta/glossary/claims.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { ClaimMeaning } from "../claims/ClaimMeaning.tsx";
import { ClaimValue } from "../claims/ClaimValue.tsx";
import styles from "./TokenHeader.module.css";

/** The token's header: which key signed it, and how (RFC 7515 §4.1). */
export function TokenHeader({ header }: { header: JsonObject }) {
  // Closed, so that nothing changes in sight when it comes a frame after the claims.
  const holdsMembers = useDeferredValue(true, false);
  return (
    <Disclosure summary="Header: which key signed it">
      {holdsMembers && <Members header={header} />}
    </Disclosure>
  );
}

function Members({ header }: { header: JsonObject }) {
  return (
    <dl className={styles.members}>
      {Object.entries(header).map(([name, value]) => {
        const { meaning, source } = explainClaim(name);
        return (
          <div key={name}>
            <dt>
              <bdi>{name}</bdi>
            </dt>
            <dd>
              <ClaimValue value={value} />
              <ClaimMeaning meaning={meaning} source={source} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
