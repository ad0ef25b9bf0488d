import { spawnSync } from "node:child_process";

/**
 * Runs npm scripts one after the other until one fails, then prints how long each took:
 * `run-scripts.ts check test:unit`.
 */
function main(scripts: readonly string[]): number {
  const rows: string[] = [];
  const start = Date.now();
  let status = 0;
  for (const script of scripts) {
    const startOfScript = Date.now();
    status = spawnSync(`npm run ${script}`, { stdio: "inherit", shell: true }).status ?? 1;
    rows.push(formatRow(script, Date.now() - startOfScript, status === 0 ? "" : "  failed"));
    if (status !== 0) break;
  }
  console.log(["", ...rows, formatRow("in all", Date.now() - start), ""].join("\n"));
  return status;
}

function formatRow(name: string, milliseconds: number, outcome = ""): string {
  const seconds = (milliseconds / 1000).toFixed(0).padStart(5);
  return `${name.padEnd(16)}${seconds} s${outcome}`;
}

process.exitCode = main(process.argv.slice(2));
