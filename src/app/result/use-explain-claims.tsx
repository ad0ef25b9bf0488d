import { useState } from "react";
import { Switch } from "../../ui/Switch.tsx";
import type { Preferences } from "../preferences.ts";

/** Returns whether each claim is explained, and the switch that changes and saves this preference. */
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
