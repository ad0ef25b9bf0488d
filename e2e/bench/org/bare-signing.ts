import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { promisify } from "node:util";
import { inParallel } from "./in-parallel.ts";
import "./report-usage.mjs";

/** A message that makes this process create the signatures of `times` sign-ins, and do nothing else. */
export type BareTask = {
  /** The size of each token that a sign-in signs: its header and payload, in bytes. */
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
    // One at a time, the synchronous call is faster, because it needs no worker thread.
    for (const payload of payloads)
      if (parallel === 1) sign("sha256", payload, privateKey);
      else await signAsync("sha256", payload, privateKey);
  });
  process.send?.("done");
});
