import { useId, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { SegmentedControl } from "../../../ui/SegmentedControl.tsx";
import { useCopy } from "../../../ui/use-copy.ts";
import { downloadFile } from "../../download-file.ts";
import styles from "./FillBar.module.css";
import { buildMapDocument, type MapDocument, toCsv, toMarkdown } from "./map-document.ts";
import type { MapTableRow } from "./map-table.ts";
import { toSvg } from "./to-svg.ts";

type Format = {
  name: string;
  extension: string;
  mediaType: string;
  write: (document: MapDocument) => string;
};

const formats = [
  { name: "Markdown", extension: "md", mediaType: "text/markdown", write: toMarkdown },
  { name: "CSV", extension: "csv", mediaType: "text/csv", write: toCsv },
  { name: "SVG", extension: "svg", mediaType: "image/svg+xml", write: toSvg },
] as const satisfies readonly Format[];

type ExportButtonProps = {
  rows: readonly MapTableRow[];
  orgUrl: string;
  userName: string | undefined;
};

export function ExportButton({ rows, orgUrl, userName }: ExportButtonProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [format, setFormat] = useState<Format>(formats[0]);
  const { copied, copy } = useCopy();
  const { name, extension, mediaType } = format;
  const write = ({ write }: Format) =>
    write(buildMapDocument(rows, { orgUrl, userName, exportedAt: new Date() }));
  const download = () =>
    downloadFile(`groups-map.${extension}`, `${mediaType};charset=utf-8`, write(format));
  return (
    <>
      <Button aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        Export
      </Button>
      {isOpen && (
        <section id={id} aria-label="Export" className={`row card ${styles.formats}`}>
          <p>The map as shown, without tokens or group names.</p>
          <SegmentedControl
            legend="Format"
            size="small"
            choices={formats.map(({ name }) => ({ value: name, label: name }))}
            value={name}
            onChange={(chosen) => setFormat(formats.find((it) => it.name === chosen) ?? format)}
          />
          <Button look="primary" onClick={() => copy(name, write(format))}>
            Copy {name}
          </Button>
          <Button onClick={download}>Download {name}</Button>
          <p role="status">
            {copied &&
              (copied.isDone
                ? `${copied.id} copied.`
                : "The browser did not allow copying. Download the file instead.")}
          </p>
        </section>
      )}
    </>
  );
}
