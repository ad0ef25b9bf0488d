import { useRef, useState } from "react";
import { type Answer, readAnswer } from "../api/answer.ts";
import { useOrgApi } from "../api/org-api-context.ts";
import {
  buildTokenPreview,
  type PreviewRequest,
  type PreviewResult,
  previewResultSchema,
} from "./token-preview-call.ts";

/** How a preview stands. */
export type Preview = { readonly status: "idle" } | Answer<PreviewResult>;

/** Asks for a preview when told to; the answer to an earlier request never takes the place of a later one's. */
export function usePreview(): {
  readonly preview: Preview;
  readonly show: (request: PreviewRequest) => Promise<void>;
  /** Forgets what was shown: it is not of the request that stands in the form now. */
  readonly clear: () => void;
} {
  const api = useOrgApi();
  const [preview, setPreview] = useState<Preview>({ status: "idle" });
  const latest = useRef(0);

  async function show(request: PreviewRequest) {
    latest.current += 1;
    const turn = latest.current;
    setPreview({ status: "loading" });
    const answer = await readAnswer(api, buildTokenPreview(request), previewResultSchema);
    if (turn === latest.current) setPreview(answer);
  }

  function clear() {
    latest.current += 1;
    setPreview({ status: "idle" });
  }
  return { preview, show, clear };
}
