import { useRef, useState } from "react";
import { Panel } from "../../../ui/Panel.tsx";
import { type Answer, fetchAnswer, joinAnswers } from "../api/answer.ts";
import { useOrgApi } from "../api/org-api-context.ts";
import { useApplications, usePeople } from "../api/use-lists.ts";
import { Loaded } from "../form/Loaded.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import { PreviewForm } from "./PreviewForm.tsx";
import { PreviewOutcome } from "./PreviewOutcome.tsx";
import styles from "./TokenPreview.module.css";
import {
  buildTokenPreview,
  type PreviewRequest,
  type PreviewResult,
  previewResultSchema,
} from "./token-preview-call.ts";

type TokenPreviewProps = {
  /** null for the org authorization server. */
  serverId: string | null;
  scopes: readonly string[];
  app?: string | undefined;
};

/** Previews the tokens that a request would return, without a sign-in. */
export function TokenPreview({ serverId, scopes, app }: TokenPreviewProps) {
  const applications = useApplications();
  const people = usePeople();
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

type Preview = { readonly status: "idle" } | Answer<PreviewResult>;

/** Loads previews on demand. A late response to an earlier request is ignored. */
function usePreview(): {
  readonly preview: Preview;
  readonly show: (request: PreviewRequest) => Promise<void>;
  readonly clear: () => void;
} {
  const api = useOrgApi();
  const [preview, setPreview] = useState<Preview>({ status: "idle" });
  const latest = useRef(0);

  async function show(request: PreviewRequest) {
    latest.current += 1;
    const turn = latest.current;
    setPreview({ status: "loading" });
    const answer = await fetchAnswer(api, buildTokenPreview(request), previewResultSchema);
    if (turn === latest.current) setPreview(answer);
  }

  function clear() {
    latest.current += 1;
    setPreview({ status: "idle" });
  }
  return { preview, show, clear };
}
