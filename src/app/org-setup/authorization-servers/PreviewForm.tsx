import { type FormEvent, useState } from "react";
import { parseScopes } from "../../../oidc/scope.ts";
import { Button } from "../../../ui/Button.tsx";
import { CheckboxGroup } from "../../../ui/CheckboxGroup.tsx";
import { SelectField } from "../../../ui/SelectField.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import type { Application, User } from "../api/okta-objects.ts";
import { listPersonOptions } from "../api/use-lists.ts";
import { listClientOptions } from "../applications/application-calls.ts";
import styles from "../form/ChangeForm.module.css";
import { Columns } from "../layout.tsx";
import { findFlow, type PreviewRequest, previewFlows } from "./token-preview-call.ts";

type PreviewFormProps = {
  serverId: string | null;
  scopes: readonly string[];
  applications: readonly Application[];
  people: readonly User[];
  app: string | undefined;
  onChange: () => void;
  onSubmit: (request: PreviewRequest) => void;
};

type Draft = {
  readonly clientId: string;
  readonly responseType: string;
  readonly userId: string;
  readonly scopes: readonly string[];
  readonly otherScopes: string;
};

export function PreviewForm(props: PreviewFormProps) {
  const { serverId, scopes, applications, people, app, onChange, onSubmit } = props;
  const first = applications.find(({ id }) => id === app) ?? applications[0];
  const [draft, setDraft] = useState<Draft>({
    clientId: first?.credentials.oauthClient.client_id ?? "",
    responseType: findFlow(first).value,
    userId: people[0]?.id ?? "",
    scopes: scopes.filter((scope) => scope === "openid" || scope === "groups"),
    otherScopes: "",
  });
  const flow = previewFlows.find(({ value }) => value === draft.responseType) ?? previewFlows[0];

  const isForService = flow.grantType === "client_credentials";

  function change(changed: Partial<Draft>) {
    setDraft({ ...draft, ...changed });
    onChange();
  }

  /** Selects a flow that the app may use, because any other would only return an error. */
  function chooseClient(clientId: string) {
    const chosen = applications.find((it) => it.credentials.oauthClient.client_id === clientId);
    change({ clientId, responseType: findFlow(chosen, flow).value });
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const { clientId, userId, scopes: chosen, otherScopes } = draft;
    const requested = [...new Set([...chosen, ...parseScopes(otherScopes)])];
    onSubmit({ serverId, clientId, flow, userId, scopes: requested });
  }

  return (
    <form className={styles.form} aria-label="Request Properties" onSubmit={submit}>
      <Columns>
        <SelectField
          label="OAuth/OIDC client"
          value={draft.clientId}
          onChange={chooseClient}
          options={listClientOptions(applications)}
        />
        <SelectField
          label="Grant type"
          value={draft.responseType}
          onChange={(responseType) => change({ responseType })}
          options={previewFlows}
        />
        {!isForService && (
          <SelectField
            label="User"
            options={listPersonOptions(people)}
            value={draft.userId}
            onChange={(userId) => change({ userId })}
          />
        )}
      </Columns>
      <CheckboxGroup
        legend="Scopes"
        options={scopes.map((scope) => ({ value: scope, label: scope }))}
        chosen={draft.scopes}
        onChange={(chosen) => change({ scopes: chosen })}
        hint={
          isForService
            ? "Choose custom scopes. Scopes such as openid need a user, and Client Credentials has none."
            : undefined
        }
      />
      <TextField
        label="Other scopes"
        data-code
        placeholder="separated by spaces"
        value={draft.otherScopes}
        onChange={(otherScopes) => change({ otherScopes })}
      />
      <p className={styles.buttons}>
        <Button type="submit" look="primary">
          Preview Token
        </Button>
      </p>
    </form>
  );
}
