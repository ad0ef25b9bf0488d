import { Panel } from "../../../ui/Panel.tsx";
import { joinAnswers } from "../api/answer.ts";
import { applicationsSchema, usersSchema } from "../api/okta-objects.ts";
import { applicationsPath, buildListPath, usersPath } from "../api/paths.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import { PreviewForm } from "./PreviewForm.tsx";
import { PreviewOutcome } from "./PreviewOutcome.tsx";
import styles from "./TokenPreview.module.css";
import { type Preview, usePreview } from "./use-preview.ts";

type TokenPreviewProps = {
  /** null for the org authorization server. */
  serverId: string | null;
  /** Names of the server's scopes. */
  scopes: readonly string[];
  /** ID of the app to start with; the first app if left out. */
  app?: string | undefined;
};

/** Previews the tokens that a request would return, without a sign-in. */
export function TokenPreview({ serverId, scopes, app }: TokenPreviewProps) {
  const [applications] = useAnswer(buildListPath(applicationsPath), applicationsSchema);
  const [people] = useAnswer(buildListPath(usersPath), usersSchema);
  const { preview, show, clear } = usePreview();
  return (
    <>
      <Panel title="Request Properties">
        <Loaded answer={joinAnswers(applications, people)}>
          {([applicationList, peopleList]) =>
            applicationList.length === 0 ? (
              <p>
                Every token is issued to an app, and this org has none.{" "}
                <PlaceLink place={{ section: "applications" }}>Create an app</PlaceLink>
              </p>
            ) : (
              <PreviewForm
                serverId={serverId}
                scopes={scopes}
                applications={applicationList}
                people={peopleList}
                app={app}
                onChange={clear}
                onSubmit={(request) => void show(request)}
              />
            )
          }
        </Loaded>
      </Panel>
      {/* Rendered even while empty: screen readers announce only changes inside a live region. */}
      <p role="status" className={styles.status}>
        {describeStatus(preview)}
      </p>
      {(preview.status === "loaded" || preview.status === "failed") && (
        <Loaded answer={preview}>{(result) => <PreviewOutcome result={result} />}</Loaded>
      )}
    </>
  );
}

function describeStatus(preview: Preview): string | undefined {
  if (preview.status === "loading") return "Loading the preview…";
  return preview.status === "loaded" && preview.value.kind === "tokens"
    ? "This is a preview. No token was issued."
    : undefined;
}
