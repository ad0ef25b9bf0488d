import type { MapDocument } from "./map-document.ts";
import type { MapCell } from "./map-table.ts";

const columnWidths = [130, 120, 290, 290, 290];
const padding = 14;
const lineHeight = 18;
const headerHeight = 34;
const characterWidth = 7;

const colors = {
  ink: "#1b1c1f",
  soft: "#5b5d64",
  line: "#c9c6be",
  sunken: "#f1f0ec",
  groups: "#b06a00",
  fail: "#b3261e",
  failSurface: "#fcebe9",
};

/** Writes a self-contained SVG. @see SVG Accessibility API Mappings 1.0 §8.1 (`title`, `desc`) */
export function toSvg({ title, facts, columns, rows }: MapDocument): string {
  const width = columnWidths.reduce((sum, it) => sum + it, 0) + 2 * padding;
  const top = padding + 30 + facts.length * lineHeight + 10;
  let y = top + headerHeight;
  const body = rows.map((row) => {
    const cells = row.map(({ text, place }, column) => ({
      lines: wrap(text, roomFor(column)),
      place,
    }));
    const height = Math.max(...cells.map(({ lines }) => lines.length)) * lineHeight + 14;
    const part = drawRow(cells, y, height, width);
    y += height;
    return part;
  });
  const height = y + padding;
  const description = rows
    .map((row) => row.map(({ text }) => text))
    .map((texts) => `${texts.slice(0, 2).join(", ")}: ${texts.slice(2).join("; ")}.`)
    .join(" ");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title description" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Inter, system-ui, sans-serif" font-size="13">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="description">${escapeXml(description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    writeText(title, padding, padding + 18, 'font-size="18" font-weight="700"'),
    ...facts.map((fact, index) =>
      writeText(fact, padding, padding + 42 + index * lineHeight, `fill="${colors.soft}"`),
    ),
    `<rect x="${padding}" y="${top}" width="${width - 2 * padding}" height="${headerHeight}" fill="${colors.sunken}"/>`,
    ...columns.map((column, index) =>
      writeText(column, startOf(index) + 8, top + 22, `fill="${colors.soft}" font-weight="600"`),
    ),
    ...body,
    "</svg>",
    "",
  ].join("\n");
}

function drawRow(
  cells: readonly { lines: readonly string[]; place?: MapCell | undefined }[],
  y: number,
  height: number,
  width: number,
): string {
  const parts = [
    `<line x1="${padding}" x2="${width - padding}" y1="${y}" y2="${y}" stroke="${colors.line}"/>`,
  ];
  cells.forEach(({ lines, place }, column) => {
    const x = startOf(column) + 8;
    if (place?.predicted !== undefined) {
      parts.push(
        `<rect x="${x - 8}" y="${y + 1}" width="${columnWidths[column]}" height="${height - 2}" fill="${colors.failSurface}"/>`,
        `<rect x="${x - 8}" y="${y + 1}" width="3" height="${height - 2}" fill="${colors.fail}"/>`,
      );
    }
    if (place) parts.push(drawMark(place, x, y + 11));
    const style =
      place?.evidence === "seen" ? 'font-weight="600"' : place ? `fill="${colors.soft}"` : "";
    lines.forEach((line, index) => {
      parts.push(writeText(line, x + (place ? 20 : 0), y + 21 + index * lineHeight, style));
    });
  });
  return parts.join("\n");
}

function drawMark({ evidence, groups }: MapCell, x: number, y: number): string {
  const color = groups === "yes" ? colors.groups : groups === "refused" ? colors.fail : colors.soft;
  const isSeen = evidence === "seen";
  const fill = isSeen ? (groups === "yes" ? colors.groups : colors.sunken) : "none";
  const dashes = isSeen ? "" : ' stroke-dasharray="3 2"';
  const cross =
    isSeen && groups === "refused"
      ? `<path d="M${x} ${y}l12 12m0 -12l-12 12" stroke="${color}" stroke-width="1.5"/>`
      : "";
  return `<rect x="${x}" y="${y}" width="12" height="12" rx="3" fill="${fill}" stroke="${color}" stroke-width="1.5"${dashes}/>${cross}`;
}

function startOf(column: number): number {
  return padding + columnWidths.slice(0, column).reduce((sum, it) => sum + it, 0);
}

function roomFor(column: number): number {
  const width = (columnWidths[column] ?? 0) - 16 - (column > 1 ? 20 : 0);
  return Math.floor(width / characterWidth);
}

function wrap(text: string, room: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    for (const piece of word.match(new RegExp(`.{1,${room}}`, "gu")) ?? [""]) {
      const longer = line === "" ? piece : `${line} ${piece}`;
      if (longer.length <= room) line = longer;
      else {
        lines.push(line);
        line = piece;
      }
    }
  }
  return [...lines, line];
}

function writeText(text: string, x: number, y: number, style: string): string {
  const fill = style.includes("fill=") ? "" : ` fill="${colors.ink}"`;
  return `<text x="${x}" y="${y}"${fill}${style === "" ? "" : ` ${style}`}>${escapeXml(text)}</text>`;
}

/** Also replaces characters that XML forbids. @see XML 1.0 §2.2 */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
