import { mapPlaces } from "../../../okta/groups-map/map-cell.ts";
import { Button } from "../../../ui/Button.tsx";
import { showName } from "../claims/VisibleText.tsx";
import styles from "./MapTable.module.css";
import type { MapCell, MapTableRow } from "./map-table.ts";

type MapTableProps = {
  rows: readonly MapTableRow[];
  currentRowId: string | undefined;
  canSend: boolean;
  onSend: (row: MapTableRow["row"]) => void;
  onShowRun: (runId: string) => void;
};

const placeNames = {
  idToken: "ID token",
  accessToken: "Access token",
  userInfo: "UserInfo",
};

export function MapTable({ rows, currentRowId, canSend, onSend, onShowRun }: MapTableProps) {
  return (
    <div className={`card ${styles.frame}`}>
      <table aria-label="Where groups go" className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Server</th>
            <th scope="col">Request</th>
            {mapPlaces.map((place) => (
              <th key={place} scope="col">
                {placeNames[place]}
              </th>
            ))}
            <th scope="col" className="no-print">
              <span className="visually-hidden">Send</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((tableRow, index) => {
            const { row, request, cells } = tableRow;
            const isFirst = rows[index - 1]?.row.serverName !== row.serverName;
            return (
              <tr
                key={row.id}
                data-first={isFirst || undefined}
                data-current={row.id === currentRowId || undefined}
              >
                <th scope="row">
                  <bdi className={isFirst ? styles.name : "visually-hidden"}>
                    {showName(row.serverName)}
                  </bdi>
                </th>
                <th scope="row">{request}</th>
                {mapPlaces.map((place) => (
                  <Cell
                    key={place}
                    label={placeNames[place]}
                    cell={cells[place]}
                    onShowRun={onShowRun}
                  />
                ))}
                <td className={`${styles.send} no-print`}>
                  {row.unsent === undefined && (
                    <Button
                      look="quiet"
                      disabled={!canSend}
                      aria-label={`Send: ${row.serverName}, ${request}`}
                      onClick={() => onSend(row)}
                    >
                      Send
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

type CellProps = { label: string; cell: MapCell; onShowRun: (runId: string) => void };

function Cell({ label, cell, onShowRun }: CellProps) {
  const { evidence, groups, text, weight, because, predicted, note, run } = cell;
  const isContradiction = predicted !== undefined;
  return (
    <td
      data-label={label}
      data-evidence={evidence}
      data-groups={groups}
      data-contradiction={isContradiction || undefined}
    >
      <span className={styles.content}>
        <span aria-hidden className={styles.mark} />
        <span className={styles.words}>
          <span className="visually-hidden">{evidence === "seen" ? "Seen: " : "Predicted: "}</span>
          <span className={styles.text} title={because || undefined}>
            {text === "–" ? (
              <>
                <span aria-hidden>–</span>
                <span className="visually-hidden">{because}</span>
              </>
            ) : (
              text
            )}
          </span>
          {weight && <span className={styles.weight}> · {weight}</span>}
          {run && (
            <>
              {" · "}
              <button type="button" className={styles.run} onClick={() => onShowRun(run.id)}>
                run {run.number}
              </button>
            </>
          )}
          {isContradiction && (
            <span className={styles.contradiction}>Not as predicted: {predicted}</span>
          )}
          {note && <span className={styles.note}>{note}</span>}
        </span>
      </span>
    </td>
  );
}
