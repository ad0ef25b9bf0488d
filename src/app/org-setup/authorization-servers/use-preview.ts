import { useRef, useState } from "react";
import { type Answer, fetchAnswer } from "../api/answer.ts";
import { useOrgApi } from "../api/org-api-context.ts";
import {
  buildTokenPreview,
  type PreviewRequest,
  type PreviewResult,
  previewResultSchema,
} from "./token-preview-call.ts";

/** The state of a preview. */
export type Preview = { readonly status: "idle" } | Answer<PreviewResult>;

/** Loads previews on demand. A late response to an earlier request is ignored. */
export function usePreview(): {
  readonly preview: Preview;
  readonly show: (request: PreviewRequest) => Promise<void>;
  /** Clears the preview once the form changes. */
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
