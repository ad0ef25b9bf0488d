/** The part of the request that has the focus or the pointer: a parameter, and one of its values. */
export type Highlight = {
  /** Its name in the URL; "endpoint" for what comes before the parameters. */
  parameter: string;
  value?: string;
};

/** The id of the hint that describes every field of the form. */
export const hintId = "request-hint";

export type HighlightProps = {
  highlight: Highlight | undefined;
  onHighlight: (highlight: Highlight) => void;
};
