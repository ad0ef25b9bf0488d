/** The part of the request that has the focus or the pointer: a parameter, and one of its values. */
export type Highlight = {
  parameter:
    | "endpoint"
    | "client_id"
    | "response_type"
    | "scope"
    | "redirect_uri"
    | "state"
    | "nonce"
    | "prompt"
    | "login_hint"
    | "response_mode"
    | "code_challenge"
    | "code_challenge_method";
  value?: string;
};

/** The id of the hint that describes every field of the form. */
export const hintId = "request-hint";

export type HighlightProps = {
  highlight: Highlight | undefined;
  onHighlight: (highlight: Highlight) => void;
};
