import { listAllowedOrgs } from "../../oidc/allowed-orgs.ts";
import type { RequestDraft } from "../request-draft.ts";
import styles from "./OwnOrgFields.module.css";

type LinkedOrgNoticeProps = { draft: RequestDraft; isFromLink: boolean };

/** Names the org that will receive the request, if the user should check it first. */
export function LinkedOrgNotice({ draft, isFromLink }: LinkedOrgNoticeProps) {
  const { ownOrg: org, problems } = draft;
  if (!org) {
    // With ALLOWED_ORGS the form offers a list, so only a link can name another org.
    return listAllowedOrgs() ? (
      <p className={`fine-print ${styles.notice}`} data-warning>
        {problems.domain} Choose the org under Okta org.
      </p>
    ) : null;
  }
  const isCustomDomain = org.hostKind === "custom";
  if (!isFromLink && !isCustomDomain) return null;
  return (
    <p className={`fine-print ${styles.notice}`} data-warning={isFromLink || undefined}>
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
