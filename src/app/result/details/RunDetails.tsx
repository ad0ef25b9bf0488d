import type { ComponentProps } from "react";
import type { Run } from "../../run.ts";
import { SequenceFold } from "../sequence/SequenceFold.tsx";
import { RequestFold, ResponseFold } from "./AuthorizationFolds.tsx";
import { ChecksFold } from "./ChecksFold.tsx";
import { TokenRequestFold } from "./TokenRequestFold.tsx";

type RunDetailsProps = ComponentProps<typeof SequenceFold> &
  ComponentProps<typeof ChecksFold> & { run: Run; nowSeconds: number };

/** The folded parts below a run's slots. */
export function RunDetails(props: RunDetailsProps) {
  const { run, checks, userInfo, leftOut, nowSeconds, onShow, onAllowForeignKeys } = props;
  return (
    <>
      <ChecksFold checks={checks} onAllowForeignKeys={onAllowForeignKeys} />
      <SequenceFold
        run={run}
        checks={checks}
        userInfo={userInfo}
        leftOut={leftOut}
        onShow={onShow}
      />
      <RequestFold request={run.request} />
      <ResponseFold response={run.response} />
      <TokenRequestFold
        run={run}
        nowSeconds={nowSeconds}
        redirectUri={location.origin + location.pathname}
      />
    </>
  );
}
