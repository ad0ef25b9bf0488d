import type { ParsedResponse } from "../../../oidc/parsed-response.ts";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Fold } from "../../../ui/Fold.tsx";
import type { SentRequest } from "../../pending-requests.ts";
import { countOf } from "../claims/format-count.ts";
import { showShort } from "../claims/VisibleText.tsx";
import { useDetailsId } from "./details-ids.ts";
import styles from "./ParameterList.module.css";
import { listParameters, ParameterList } from "./ParameterList.tsx";

export function RequestFold({ request }: { request: SentRequest | undefined }) {
  const id = useDetailsId("request");
  const url = URL.parse(request?.url ?? "");
  if (!url) return null;
  const parameters = listParameters(url.searchParams);
  return (
    <Fold id={id} title="Request sent" summary={`${parameters.length} parameters in the URL`}>
      <header className={`row ${styles.header}`}>
        <p>
          <code>GET {showShort(url.origin + url.pathname)}</code>
        </p>
        <CopyButton label="Copy sent URL" getText={() => url.href} />
      </header>
      <ParameterList of="request" parameters={parameters} />
    </Fold>
  );
}

const places = {
  fragment: "Returned in the URL fragment, which browsers don’t send to servers.",
  query: "Returned in the URL’s query, which browsers send to servers.",
};

export function ResponseFold({ response }: { response: ParsedResponse }) {
  const id = useDetailsId("response");
  const { parameters, returnedIn } = response;
  const isCut = response.kind === "unreadable" && response.problem.code === "too_many_parameters";
  const count = `${isCut ? "more than " : ""}${countOf(parameters.length, "parameter")}`;
  return (
    <Fold id={id} title="Response" summary={`${count} in the ${returnedIn}`}>
      <p className="note">{places[returnedIn]}</p>
      <ParameterList of="response" parameters={parameters} />
    </Fold>
  );
}
