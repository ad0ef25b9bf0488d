import type { ResponseType } from "../../oidc/authorization-request.ts";
import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import { type AttentionProps, explanationId } from "./attention.ts";

type TokenTypeChoiceProps = AttentionProps & {
  responseType: ResponseType;
  onChange: (responseType: ResponseType) => void;
};

const choices = [
  { value: "id_token", label: "ID token", hint: "Alone, it is fat: every claim you asked for." },
  { value: "token", label: "Access token", hint: "For an API. No ID token comes." },
  {
    value: "id_token token",
    label: "ID token and access token",
    hint: "Together, the ID token is thin.",
  },
] as const;

/** Which tokens are asked for: the request's `response_type`. */
export function TokenTypeChoice(props: TokenTypeChoiceProps) {
  return (
    <ChoiceGroup
      legend="Token type"
      choices={choices}
      value={props.responseType}
      onChange={props.onChange}
      onAttend={(value) => props.onAttend({ parameter: "response_type", value })}
      describedBy={explanationId}
      isLit={props.attention?.parameter === "response_type"}
    />
  );
}
