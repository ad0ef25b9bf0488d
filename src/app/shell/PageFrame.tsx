import { type ComponentProps, type ReactNode, useId } from "react";
import { Popover } from "../../ui/Popover.tsx";
import { OrgButton } from "./OrgButton.tsx";
import { Shell } from "./Shell.tsx";
import { ShellActions } from "./ShellActions.tsx";

type PageFrameProps = Pick<ComponentProps<typeof Shell>, "page" | "query" | "children"> &
  ComponentProps<typeof ShellActions> & {
    org: Omit<ComponentProps<typeof OrgButton>, "popoverId">;
    aboutOrg: ReactNode;
  };

export function PageFrame(props: PageFrameProps) {
  const { page, query, children, org, aboutOrg, ...actions } = props;
  const popoverId = useId();
  return (
    <Shell
      page={page}
      query={query}
      org={<OrgButton {...org} popoverId={popoverId} />}
      actions={<ShellActions {...actions} />}
    >
      <Popover id={popoverId} label="Okta org">
        {aboutOrg}
      </Popover>
      {children}
    </Shell>
  );
}
