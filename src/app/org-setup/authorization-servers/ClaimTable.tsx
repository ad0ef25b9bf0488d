import { Button } from "../../../ui/Button.tsx";
import { filterTypes } from "../api/filter-types.ts";
import type { Claim } from "../api/okta-objects.ts";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { Words } from "../list/Words.tsx";
import { deleteClaim } from "./claim-calls.ts";

type ClaimTableProps = {
  serverId: string;
  claims: readonly Claim[];
  consolePath: readonly string[];
  onEdit: (claim: Claim) => void;
  onDeleted: () => void;
};

/** A server's claims, custom ones first. */
export function ClaimTable(props: ClaimTableProps) {
  const { serverId, claims, consolePath, onEdit, onDeleted } = props;
  return (
    <ObjectTable
      caption="Claims"
      items={[...claims].sort((one, other) => Number(one.system) - Number(other.system))}
      idOf={({ id }) => id}
      textOf={({ name, value }) => `${name} ${value ?? ""}`}
      columns={[
        { header: "Name", render: ({ name }) => <bdi>{name}</bdi> },
        { header: "Token type", render: ({ claimType }) => tokenTypes[claimType] },
        { header: "Value", render: describeValue },
        {
          header: "Scopes",
          render: ({ conditions }) =>
            conditions.scopes.length > 0 ? <Words words={conditions.scopes} /> : "Any",
        },
        { header: "Included", render: describeInclusion },
        {
          header: "Actions",
          holdsActions: true,
          render: (claim) => (
            <>
              {isEditable(claim) && (
                <Button
                  look="quiet"
                  aria-label={`Edit ${claim.name}`}
                  onClick={() => onEdit(claim)}
                >
                  Edit
                </Button>
              )}
              {!claim.system && (
                <ChangeButton
                  look="quiet"
                  isFinal
                  label="Delete"
                  object={claim.name}
                  meaning="New tokens from this server won’t have the claim."
                  call={deleteClaim(serverId, claim.id)}
                  consolePath={[...consolePath, claim.name, "Delete"]}
                  onDone={onDeleted}
                />
              )}
            </>
          ),
        },
      ]}
    />
  );
}

const tokenTypes = { IDENTITY: "ID Token", RESOURCE: "Access Token" } as const;

function describeValue({ valueType, value, group_filter_type }: Claim) {
  if (valueType === "SYSTEM") return "System";
  if (valueType === "EXPRESSION") return <code>{value}</code>;
  const filter = filterTypes.find((it) => it.value === group_filter_type);
  return (
    <>
      {filter?.label ?? "Groups"}: <code>{value}</code>
    </>
  );
}

/** The no-break space keeps it on two lines. */
const onRequest = "Userinfo / id_token\u00a0request";

function describeInclusion({ status, alwaysIncludeInToken }: Claim): string {
  if (status === "INACTIVE") return "Disabled";
  return alwaysIncludeInToken ? "Always" : onRequest;
}

/** System claims of ID tokens have an Always flag, and `sub` of access tokens has an expression. */
function isEditable({ system, claimType, valueType }: Claim): boolean {
  return !system || claimType === "IDENTITY" || valueType === "EXPRESSION";
}
