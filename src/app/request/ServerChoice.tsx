import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { RequestChoice } from "../request-choice.ts";
import type { RequestDraft } from "../request-draft.ts";
import { type HighlightProps, hintId } from "./highlight.ts";
import styles from "./ServerChoice.module.css";
import { useTouched } from "./use-touched.ts";

type ServerChoiceProps = HighlightProps & {
  choice: RequestChoice;
  draft: RequestDraft;
  /** Shows problems of fields that the user has not touched. */
  showsProblems: boolean;
  onChange: (change: Partial<RequestChoice>) => void;
};

const servers = [
  { value: "org", label: "Org" },
  { value: "custom", label: "Custom" },
] as const;

/** The org authorization server, or a custom one by its ID. */
export function ServerChoice(props: ServerChoiceProps) {
  const { choice, draft, showsProblems, onChange, onHighlight } = props;
  const { isTouched, touch } = useTouched(showsProblems);
  return (
    <div className={styles.server} data-parameter="endpoint">
      <SegmentedControl
        legend="Authorization server"
        choices={servers}
        value={choice.server}
        onChange={(server) => onChange({ server })}
        onHighlight={(value) => onHighlight({ parameter: "endpoint", value })}
        describedBy={hintId}
      />
      {choice.server === "custom" && (
        <TextField
          label="Authorization server ID"
          value={choice.authorizationServerId}
          onChange={(authorizationServerId) => onChange({ authorizationServerId })}
          onFocus={() => onHighlight({ parameter: "endpoint", value: "custom" })}
          onBlur={() => touch("authorizationServerId")}
          error={
            isTouched("authorizationServerId") ? draft.problems.authorizationServerId : undefined
          }
          placeholder="default"
          describedBy={hintId}
        />
      )}
    </div>
  );
}
