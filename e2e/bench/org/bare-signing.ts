import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { promisify } from "node:util";
import { inParallel } from "./in-parallel.ts";
import "./report-usage.mjs";

/** What this process is asked to do: as many signatures as so many sign-ins make, and nothing else. */
export type BareTask = {
  /** What is signed at each sign-in: header and payload of each token, in bytes. */
  readonly signedBytes: readonly number[];
  readonly times: number;
  readonly parallel: number;
};

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const signAsync = promisify(sign);

process.on("message", async (message: BareTask | "usage") => {
  if (message === "usage") return;
  const { signedBytes, times, parallel } = message;
  const payloads = signedBytes.map((bytes) => randomBytes(bytes));
  await inParallel(times, parallel, async () => {
    // One after another they need no thread of their own, which is the fastest that Node signs.
    for (const payload of payloads)
      if (parallel === 1) sign("sha256", payload, privateKey);
      else await signAsync("sha256", payload, privateKey);
  });
  process.send?.("done");
});
