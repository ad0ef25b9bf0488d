import { useDeferredValue, useMemo, useState } from "react";
import type { ClaimsSet } from "../../../oidc/claims-set.ts";
import { SegmentedControl } from "../../../ui/SegmentedControl.tsx";
import { useCopy } from "../../../ui/use-copy.ts";
import { afterFirstFrame } from "../../after-first-frame-part.ts";
import { ClaimsJson } from "./ClaimsJson.tsx";
import { ClaimsTable } from "./ClaimsTable.tsx";
import styles from "./ClaimsView.module.css";
import { CopyTools } from "./CopyTools.tsx";
import { useClaimOrigins } from "./claim-origins.ts";
import { indentJson } from "./indent-json.ts";
import { RawJson, RawToken } from "./RawToken.tsx";
import { describeSize, measureJson, measureToken } from "./token-size.ts";

type ClaimsViewProps = {
  set: ClaimsSet;
  /** The token that the claims are from. Missing for UserInfo and for a pasted payload. */
  token?: { raw: string; headerText: string } | undefined;
  nowSeconds: number;
  explainAll: boolean;
  added?: ReadonlySet<string> | undefined;
};

const views = [
  { value: "table", label: "Table" },
  { value: "json", label: "JSON" },
  { value: "raw", label: "Raw" },
] as const;

export function ClaimsView({ set, token, nowSeconds, explainAll, added }: ClaimsViewProps) {
  const [view, setView] = useState<(typeof views)[number]["value"]>("table");
  const copying = useCopy();
  // True only on the first load: later, a table without its other rows would make the page shorter for a moment.
  const isFirstFrame = useDeferredValue(false, !afterFirstFrame.loaded());
  const { members, text } = set;
  const raw = token?.raw;
  const origins = useClaimOrigins();
  const size = useMemo(
    () =>
      raw === undefined ? measureJson(text, members, origins) : measureToken(raw, members, origins),
    [raw, text, members, origins],
  );
  return (
    <>
      <div className={`row ${styles.tools} no-print`}>
        <SegmentedControl
          legend="View"
          isLegendHidden
          size="small"
          choices={views}
          value={view}
          onChange={setView}
        />
        <CopyTools {...copying} getClaims={() => indentJson(text)} token={raw} />
      </div>
      {view === "table" && (
        <ClaimsTable {...{ members, nowSeconds, explainAll, added, isFirstFrame }} {...copying} />
      )}
      {view === "json" && <ClaimsJson members={members} headerText={token?.headerText} />}
      {view === "raw" && (token ? <RawToken raw={token.raw} /> : <RawJson text={text} />)}
      {!isFirstFrame && <p className={`fine-print ${styles.size}`}>{describeSize(size)}</p>}
    </>
  );
}
