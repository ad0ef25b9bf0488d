import { Panel } from "../../../ui/Panel.tsx";
import { joinAnswers } from "../api/answer.ts";
import { applicationsSchema, usersSchema } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { applicationsPath } from "../applications/application-calls.ts";
import { Loaded } from "../form/Loaded.tsx";
import { peoplePath } from "../people/person-calls.ts";
import { PreviewForm } from "./PreviewForm.tsx";
import { PreviewOutcome } from "./PreviewOutcome.tsx";
import { usePreview } from "./use-preview.ts";

type TokenPreviewProps = {
  /** null for the org authorization server. */
  serverId: string | null;
  /** Those that the server has, by name. */
  scopes: readonly string[];
  /** The ID of the app to begin with; the first one where it is left out. */
  app?: string | undefined;
};

/** What the tokens of one request would hold, without a sign-in. */
export function TokenPreview({ serverId, scopes, app }: TokenPreviewProps) {
  const [applications] = useAnswer(applicationsPath, applicationsSchema);
  const [people] = useAnswer(peoplePath, usersSchema);
  const { preview, show, clear } = usePreview();
  return (
    <>
      <Panel title="Request Properties">
        <Loaded answer={joinAnswers(applications, people)}>
          {([applicationList, peopleList]) => (
            <PreviewForm
              serverId={serverId}
              scopes={scopes}
              applications={applicationList}
              people={peopleList}
              app={app}
              onChange={clear}
              onSubmit={(request) => void show(request)}
            />
          )}
        </Loaded>
      </Panel>
      {preview.status !== "idle" && (
        <Loaded answer={preview}>{(result) => <PreviewOutcome result={result} />}</Loaded>
      )}
    </>
  );
}
