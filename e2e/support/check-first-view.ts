import { fileURLToPath } from "node:url";
import { type FirstViewSize, measureFirstView } from "./first-view.ts";

const limits: FirstViewSize = { jsBytes: 88_000, totalBytes: 96_000 };

/** Fails if the first view of the page in `dist/` is larger than allowed. */
function main(): number {
  const size = measureFirstView(fileURLToPath(new URL("../../dist", import.meta.url)));
  const jsFigure = `${kilobytes(size.jsBytes)} of ${kilobytes(limits.jsBytes)} JavaScript`;
  const totalFigure = `${kilobytes(size.totalBytes)} of ${kilobytes(limits.totalBytes)} in all`;
  console.log(`First view, gzip: ${jsFigure}, ${totalFigure}.`);
  if (size.jsBytes <= limits.jsBytes && size.totalBytes <= limits.totalBytes) return 0;

  console.error("The first view is too large: move code that it does not need behind import().");
  return 1;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

process.exitCode = main();
