import { useState } from "react";
import { Switch } from "../../ui/Switch.tsx";
import type { Preferences } from "../preferences.ts";

/** Whether each claim is explained, and the switch that changes it here and for later. */
export function useExplainClaims({ loadExplainsClaims, saveExplainsClaims }: Preferences) {
  const [explainAll, setExplainAll] = useState(loadExplainsClaims);
  const explainSwitch = (
    <Switch
      label="Explain claims"
      isOn={explainAll}
      onChange={(isOn) => {
        setExplainAll(isOn);
        saveExplainsClaims(isOn);
      }}
    />
  );
  return { explainAll, explainSwitch };
}
