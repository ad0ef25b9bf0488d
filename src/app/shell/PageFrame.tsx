import { type ComponentProps, type ReactNode, useId, useState } from "react";
import { Popover } from "../../ui/Popover.tsx";
import { OrgButton } from "./OrgButton.tsx";
import { Shell } from "./Shell.tsx";
import { ShellActions } from "./ShellActions.tsx";

type PageFrameProps = Pick<ComponentProps<typeof Shell>, "page" | "query" | "children"> &
  Partial<ComponentProps<typeof ShellActions>> &
  Pick<ComponentProps<typeof ShellActions>, "preferences"> & {
    org: Omit<ComponentProps<typeof OrgButton>, "popoverId">;
    aboutOrg: ReactNode;
  };

/** The header and footer around a page. Keeps the presentation state, unless the page passes its own. */
export function PageFrame(props: PageFrameProps) {
  const { page, query, children, org, aboutOrg, ...actions } = props;
  const popoverId = useId();
  const [isPresenting, setPresenting] = useState(() =>
    new URLSearchParams(location.search).has("present"),
  );
  const shown = { link: location.href, isPresenting, onPresent: setPresenting };
  return (
    <Shell
      page={page}
      query={query}
      org={<OrgButton {...org} popoverId={popoverId} />}
      actions={<ShellActions {...shown} {...actions} />}
    >
      <Popover id={popoverId} label="Okta org">
        {aboutOrg}
      </Popover>
      {children}
    </Shell>
  );
}
