export type Highlight = {
  /** The parameter's name in the URL, or "endpoint". */
  parameter: string;
  value?: string;
};

export const hintId = "request-hint";

export type HighlightProps = {
  highlight: Highlight | undefined;
  onHighlight: (highlight: Highlight) => void;
};
