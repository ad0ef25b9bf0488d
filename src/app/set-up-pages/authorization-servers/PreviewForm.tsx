import { type FormEvent, useState } from "react";
import { parseScopes } from "../../../oidc/scope.ts";
import { Button } from "../../../ui/Button.tsx";
import { CheckboxGroup } from "../../../ui/CheckboxGroup.tsx";
import { SelectField } from "../../../ui/SelectField.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { listClientOptions } from "../applications/application-calls.ts";
import styles from "../form/ChangeForm.module.css";
import { listPersonOptions, type OrgLists } from "../form/org-lists.tsx";
import { Columns } from "../layout.tsx";
import { findFlow, type PreviewRequest, previewFlows } from "./token-preview-call.ts";

type PreviewFormProps = {
  serverId: string | null;
  scopes: readonly string[];
  lists: OrgLists;
  app: string | undefined;
  onChange: () => void;
  onSubmit: (request: PreviewRequest) => void;
};

export function PreviewForm(props: PreviewFormProps) {
  const { serverId, scopes, lists, app, onChange, onSubmit } = props;
  const { applications, people } = lists;
  const first = applications.find(({ id }) => id === app) ?? applications[0];
  const [request, setRequest] = useState<PreviewRequest>({
    serverId,
    clientId: first?.credentials.oauthClient.client_id ?? "",
    flow: findFlow(first),
    userId: people[0]?.id ?? "",
    scopes: scopes.filter((scope) => scope === "openid" || scope === "groups"),
  });
  const [otherScopes, setOtherScopes] = useState("");
  const { clientId, flow, userId } = request;
  const isForService = flow.grantType === "client_credentials";

  function change(changed: Partial<PreviewRequest>) {
    setRequest({ ...request, ...changed });
    onChange();
  }

  /** Selects a flow that the app may use, because any other would only return an error. */
  function chooseClient(chosenId: string) {
    const chosen = applications.find((it) => it.credentials.oauthClient.client_id === chosenId);
    change({ clientId: chosenId, flow: findFlow(chosen, flow) });
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const requested = new Set([...request.scopes, ...parseScopes(otherScopes)]);
    onSubmit({ ...request, scopes: [...requested] });
  }

  return (
    <form className={styles.form} aria-label="Request Properties" onSubmit={submit}>
      <Columns>
        <SelectField
          label="OAuth/OIDC client"
          value={clientId}
          onChange={chooseClient}
          options={listClientOptions(applications)}
        />
        <SelectField
          label="Grant type"
          value={flow.value}
          onChange={(type) =>
            change({ flow: previewFlows.find(({ value }) => value === type) ?? flow })
          }
          options={previewFlows}
        />
        {!isForService && (
          <SelectField
            label="User"
            options={listPersonOptions(people)}
            value={userId}
            onChange={(id) => change({ userId: id })}
          />
        )}
      </Columns>
      <CheckboxGroup
        legend="Scopes"
        options={scopes.map((scope) => ({ value: scope, label: scope }))}
        chosen={request.scopes}
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
        value={otherScopes}
        onChange={(typed) => {
          setOtherScopes(typed);
          onChange();
        }}
      />
      <p className={`row ${styles.buttons}`}>
        <Button type="submit" look="primary">
          Preview Token
        </Button>
      </p>
    </form>
  );
}
