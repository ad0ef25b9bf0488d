/**
 * What the person is looking at: a part of the request, by the name it bears on the wire, and where it has
 * several values the one. The control that makes that part, its line in the URL and the explanation beside the
 * form all follow it.
 */
export type Attention = {
  parameter:
    | "endpoint"
    | "client_id"
    | "response_type"
    | "scope"
    | "redirect_uri"
    | "state"
    | "nonce"
    | "prompt";
  value?: string;
};

/** The explanation's id: every control is described by it (`aria-describedby`). */
export const explanationId = "explanation";

export type AttentionProps = {
  attention: Attention | undefined;
  onAttend: (attention: Attention) => void;
};
