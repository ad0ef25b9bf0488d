import type { ParsedResponse } from "../../../oidc/parsed-response.ts";
import { Fold } from "../../../ui/Fold.tsx";
import { useDetailsId } from "./details-ids.ts";
import { ParameterList } from "./ParameterList.tsx";

const places = {
  fragment: "Returned in the URL fragment, which browsers don’t send to servers.",
  query: "Returned in the URL’s query, which browsers send to servers.",
};

export function ResponseFold({ response }: { response: ParsedResponse }) {
  const id = useDetailsId("response");
  const { parameters, returnedIn } = response;
  const count = parameters.length === 1 ? "1 parameter" : `${parameters.length} parameters`;
  return (
    <Fold id={id} title="Response" summary={`${count} in the ${returnedIn}`}>
      <p className="note">{places[returnedIn]}</p>
      <ParameterList parameters={parameters} />
    </Fold>
  );
}
