import { usesCode } from "../../oidc/authorization-request.ts";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import type { RequestChoice } from "../request-choice.ts";
import styles from "./FlowChoice.module.css";
import { type HighlightProps, hintId } from "./highlight.ts";

type FlowChoiceProps = HighlightProps & {
  responseType: RequestChoice["responseType"];
  onChange: (responseType: RequestChoice["responseType"]) => void;
};

const tokenTypes = [
  { value: "id_token", label: "ID token" },
  { value: "token", label: "Access token" },
  { value: "id_token token", label: "Both" },
] as const;

const flows = [
  { value: "id_token", label: "Implicit" },
  { value: "code", label: "Code + PKCE" },
] as const;

const hybridTypes = [
  { value: "code id_token", label: "code id_token" },
  { value: "code token", label: "code token" },
  { value: "code id_token token", label: "code id_token token" },
] as const;

/** Which tokens the redirect returns. A code brings both. */
export function TokenTypeChoice({ responseType, onHighlight, onChange }: FlowChoiceProps) {
  return (
    <div data-parameter="response_type" className={styles.part}>
      {usesCode(responseType) ? (
        <>
          <p className={styles.legend}>Token type</p>
          <p>The code is exchanged for both tokens.</p>
        </>
      ) : (
        <SegmentedControl
          legend="Token type"
          choices={tokenTypes}
          value={responseType}
          onChange={onChange}
          onHighlight={(value) => onHighlight({ parameter: "response_type", value })}
          describedBy={hintId}
        />
      )}
    </div>
  );
}

/** Implicit or authorization code; the hybrid response types are folded. */
export function FlowChoice({ responseType, onHighlight, onChange }: FlowChoiceProps) {
  const isHybrid = hybridTypes.some(({ value }) => value === responseType);
  const control = {
    onChange,
    onHighlight: (value: string) => onHighlight({ parameter: "response_type", value }),
    describedBy: hintId,
  };
  return (
    <div className={styles.part}>
      <SegmentedControl<RequestChoice["responseType"]>
        {...control}
        legend="Flow"
        choices={flows}
        // Each of the implicit flow's token types is of the first.
        value={usesCode(responseType) ? responseType : "id_token"}
        onHighlight={(value) => control.onHighlight(value === "code" ? value : "implicit")}
      />
      <details className={styles.more} open={isHybrid}>
        <summary>More response types</summary>
        <SegmentedControl<RequestChoice["responseType"]>
          {...control}
          legend="Hybrid"
          isLegendHidden
          size="small"
          choices={hybridTypes}
          value={responseType}
        />
      </details>
    </div>
  );
}
