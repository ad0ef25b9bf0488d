import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Fold } from "../../../ui/Fold.tsx";
import type { SentRequest } from "../../pending-requests.ts";
import { shorten } from "../../shorten.ts";
import { showText } from "../claims/VisibleText.tsx";
import { useDetailsId } from "./details-ids.ts";
import { ParameterList } from "./ParameterList.tsx";
import styles from "./TokenRequestFold.module.css";

export function RequestFold({ request }: { request: SentRequest | undefined }) {
  const id = useDetailsId("request");
  const url = URL.parse(request?.url ?? "");
  if (!url) return null;
  const parameters = Array.from(url.searchParams, ([name, value]) => ({ name, value }));
  return (
    <Fold id={id} title="Request sent" summary={`${parameters.length} parameters in the URL`}>
      <header className={styles.header}>
        <p>
          <code>GET {showText(shorten(url.origin + url.pathname))}</code>
        </p>
        <CopyButton label="Copy sent URL" getText={() => url.href} />
      </header>
      <ParameterList parameters={parameters} />
    </Fold>
  );
}
