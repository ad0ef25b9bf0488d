/** The part of the request that has the focus or the pointer. */
export type Highlight = {
  /** Its name in the URL, or "endpoint". */
  parameter: string;
  value?: string;
};

/** The ID of the hint below the form, which describes every field. */
export const hintId = "request-hint";

export type HighlightProps = {
  highlight: Highlight | undefined;
  onHighlight: (highlight: Highlight) => void;
};
