import * as v from "valibot";
import { Button } from "../../../ui/Button.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { joinAnswers } from "../api/answer.ts";
import {
  type AuthorizationServer,
  applicationsSchema,
  type Claim,
  claimSchema,
  claimsSchema,
  scopesSchema,
  usersSchema,
} from "../api/okta-objects.ts";
import { buildListPath, buildScopesPath, usersPath } from "../api/paths.ts";
import { useAnswer } from "../api/use-answer.ts";
import { applicationsPath } from "../applications/application-calls.ts";
import { Loaded } from "../form/Loaded.tsx";
import { Saved } from "../form/Saved.tsx";
import { StatusMessage } from "../form/StatusMessage.tsx";
import { Summoned } from "../form/Summoned.tsx";
import { useOpenForm } from "../form/use-open-form.ts";
import type { Trial } from "../try-query.ts";
import { ClaimForm } from "./ClaimForm.tsx";
import { ClaimTable } from "./ClaimTable.tsx";
import { buildClaimsPath } from "./claim-calls.ts";
import { SubjectClaimForm } from "./SubjectClaimForm.tsx";
import { SystemClaimForm } from "./SystemClaimForm.tsx";
import { buildConsolePath } from "./server-calls.ts";

type ClaimsProps = { server: AuthorizationServer };

/** The Claims tab of a custom server. */
export function Claims({ server }: ClaimsProps) {
  const [claims, reload] = useAnswer(buildClaimsPath(server.id), claimsSchema);
  const { open, saved, add, edit, renew, close, finish } = useOpenForm<Claim>(reload);
  const consolePath = buildConsolePath(server.name, "Claims");

  const common = {
    serverId: server.id,
    consolePath,
    onRenew: renew,
    onDone: finish,
    onCancel: close,
  };
  return (
    <>
      <StatusMessage>{saved && <Saved {...describeTrial(saved.body)} />}</StatusMessage>
      {open && !hasFlagOnly(open.object) && (
        <PreparedClaimForm key={open.key} {...common} claim={open.object} />
      )}
      {open && hasFlagOnly(open.object) && (
        <Summoned key={open.key}>
          <SystemClaimForm {...common} claim={open.object} />
        </Summoned>
      )}
      <Panel title="Claims" aside={<Button onClick={add}>Add Claim</Button>}>
        <p>A claim goes into one token type. For both, add two claims.</p>
        <Loaded answer={claims}>
          {(list) => (
            <ClaimTable
              serverId={server.id}
              claims={list}
              consolePath={consolePath}
              onEdit={edit}
              onDeleted={reload}
            />
          )}
        </Loaded>
      </Panel>
    </>
  );
}

/** Whether the Always flag is all that can be changed. */
function hasFlagOnly(claim: Claim | undefined): claim is Claim {
  return claim?.valueType === "SYSTEM";
}

/** The request that shows a saved claim best. */
function describeTrial(body: unknown): Trial {
  const claim = v.safeParse(claimSchema, body);
  if (!claim.success) return {};
  const { claimType, conditions } = claim.output;
  return { token: claimType === "RESOURCE" ? "token" : "id_token", scopes: conditions.scopes };
}

type PreparedClaimFormProps = {
  serverId: string;
  consolePath: readonly string[];
  claim: Claim | undefined;
  onRenew: (newest: Claim) => void;
  onDone: (body: unknown) => void;
  onCancel: () => void;
};

/** Shows the form once its options have loaded. */
function PreparedClaimForm(props: PreparedClaimFormProps) {
  const [scopes] = useAnswer(buildListPath(buildScopesPath(props.serverId)), scopesSchema);
  const [people] = useAnswer(buildListPath(usersPath), usersSchema);
  const [applications] = useAnswer(applicationsPath, applicationsSchema);
  return (
    <Loaded answer={joinAnswers(scopes, joinAnswers(people, applications))}>
      {([scopeList, [peopleList, applicationList]]) => (
        <Summoned>
          {props.claim?.system ? (
            <SubjectClaimForm
              {...props}
              claim={props.claim}
              people={peopleList}
              applications={applicationList}
            />
          ) : (
            <ClaimForm
              {...props}
              scopes={scopeList}
              people={peopleList}
              applications={applicationList}
            />
          )}
        </Summoned>
      )}
    </Loaded>
  );
}
