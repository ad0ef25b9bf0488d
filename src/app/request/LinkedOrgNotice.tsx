import type { RequestDraft } from "../request-draft.ts";
import styles from "./LinkedOrgNotice.module.css";

type LinkedOrgNoticeProps = {
  org: NonNullable<RequestDraft["ownOrg"]>;
  isFromLink: boolean;
};

/** Who will receive the request, beside the button that sends it. */
export function LinkedOrgNotice({ org, isFromLink }: LinkedOrgNoticeProps) {
  const isCustomDomain = org.hostKind === "custom";
  if (!isFromLink && !isCustomDomain) return null;
  return (
    <p className={styles.notice} data-warning={isFromLink || undefined}>
      {isFromLink && (
        <>
          This link chose <b>{org.host}</b>. Nothing is sent to it until you send the request.{" "}
        </>
      )}
      {isCustomDomain && (
        <>
          {isFromLink ? "It" : <b>{org.host}</b>} is not an Okta domain. Check that this custom
          domain is your org’s.
        </>
      )}
    </p>
  );
}
