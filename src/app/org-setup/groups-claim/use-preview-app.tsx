import { type ReactNode, useState } from "react";
import { SelectField } from "../../../ui/SelectField.tsx";
import type { Application } from "../api/okta-objects.ts";

/** Keeps the app that an expression is previewed for. */
export function usePreviewApp(applications: readonly Application[]): {
  /** Empty if the org has no apps. */
  readonly clientId: string;
  /** undefined if there is nothing to choose. */
  readonly appChoice: ReactNode;
} {
  const [clientId, setClientId] = useState(
    applications[0]?.credentials.oauthClient.client_id ?? "",
  );
  const appChoice = applications.length > 1 && (
    <SelectField
      label="Preview for app"
      value={clientId}
      onChange={setClientId}
      options={applications.map(({ label, credentials }) => ({
        value: credentials.oauthClient.client_id,
        label,
      }))}
    />
  );
  return { clientId, appChoice: appChoice || undefined };
}
