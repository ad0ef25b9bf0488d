import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { Choice } from "../choice.ts";
import type { RequestDraft } from "../request-draft.ts";
import { type AttentionProps, explanationId } from "./attention.ts";
import styles from "./Connection.module.css";
import { useTouched } from "./use-touched.ts";

type ServerChoiceProps = AttentionProps & {
  choice: Choice;
  draft: RequestDraft;
  showsProblems: boolean;
  onChange: (change: Partial<Choice>) => void;
};

/** Which of the org's authorization servers is asked. */
export function ServerChoice(props: ServerChoiceProps) {
  const { choice, draft, attention, onAttend, onChange } = props;
  const { isTouched, touch } = useTouched(props.showsProblems);
  const isLit = attention?.parameter === "endpoint";
  return (
    <div className={styles.connection}>
      <ChoiceGroup
        legend="Authorization server"
        choices={[
          {
            value: "org",
            label: "Org authorization server",
            hint: "In every org. Groups go in the ID token only.",
          },
          {
            value: "custom",
            label: "Custom authorization server",
            hint: "One you configure. Groups go in either token.",
          },
        ]}
        value={choice.server}
        onChange={(server) => onChange({ server })}
        onAttend={(value) => onAttend({ parameter: "endpoint", value })}
        describedBy={explanationId}
        isLit={isLit}
      />
      {choice.server === "custom" && (
        <div className={styles.own}>
          <TextField
            label="Authorization server ID"
            value={choice.authorizationServerId}
            onChange={(authorizationServerId) => onChange({ authorizationServerId })}
            onFocus={() => onAttend({ parameter: "endpoint", value: "custom" })}
            onBlur={() => touch("authorizationServerId")}
            error={
              isTouched("authorizationServerId") ? draft.problems.authorizationServerId : undefined
            }
            hint="The one that comes with the org is called default."
            describedBy={explanationId}
            isLit={isLit}
          />
        </div>
      )}
    </div>
  );
}
