import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { findFreePort } from "./free-port.ts";

/** A separate demo org for a test, as `npm run org` starts it. */
export type OrgProcess = {
  /** The org's URL, without a trailing slash. */
  readonly url: string;
  readonly stop: () => Promise<void>;
};

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Starts a demo org on a free port and waits until it listens.
 *
 * @param redirectUris Registered in addition to those of this project's pages.
 */
export async function startOrgProcess(redirectUris: readonly string[]): Promise<OrgProcess> {
  const port = await findFreePort();
  const command = ["--import", "tsx", "src/demo-org/hosts/node.ts"];
  const org = spawn(process.execPath, command, {
    cwd: root,
    env: { ...process.env, PORT: String(port), REDIRECT_URIS: redirectUris.join(" ") },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(org, "exit");
  await Promise.race([
    once(org.stdout, "data"),
    ended.then(() => Promise.reject(new Error("The org ended before it listened"))),
  ]);
  return {
    url: `http://localhost:${port}`,
    stop: async () => {
      org.kill();
      await ended;
    },
  };
}
