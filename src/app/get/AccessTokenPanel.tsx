import { type ReactNode, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import type { ReadAccessToken } from "../reading.ts";
import { TokenPanel } from "./TokenPanel.tsx";

type AccessTokenPanelProps = {
  token: ReadAccessToken;
  nowSeconds: number;
  verdict: ReactNode;
};

/** An access token; the org server's is opaque until the person insists on looking inside. */
export function AccessTokenPanel({ token, nowSeconds, verdict }: AccessTokenPanelProps) {
  const [looksInside, setLooksInside] = useState(false);
  const { raw, decoded, isOpaque } = token;
  return (
    <TokenPanel
      title="Access token"
      raw={raw}
      decoded={decoded}
      nowSeconds={nowSeconds}
      verdict={isOpaque ? <small>Opaque</small> : verdict}
      isClosed={isOpaque && !looksInside}
    >
      {isOpaque && (
        <Callout kind="warning">
          <p>
            Opaque: an access token of the org authorization server is for Okta’s own APIs. It never
            carries groups or custom claims, and what is in it may change any day, so no app should
            read it.
          </p>
          {!looksInside && (
            <p>
              <Button onClick={() => setLooksInside(true)}>Look inside all the same</Button>
            </p>
          )}
        </Callout>
      )}
    </TokenPanel>
  );
}
