import { defaultApiToken } from "../../http/state/org.ts";
import type { SeedProblem } from "./load-seed.ts";

export type StartProblem =
  | { readonly code: "no_port"; readonly value: string }
  | { readonly code: "no_host"; readonly value: string }
  | { readonly code: "no_redirect_uri"; readonly value: string }
  | { readonly code: "no_api_token" }
  | { readonly code: "exposed"; readonly host: string }
  | { readonly code: "no_issuer"; readonly value: string }
  | { readonly code: "issuer_without_tls"; readonly value: string }
  | { readonly code: "half_tls"; readonly missing: "key" | "certificate" }
  | { readonly code: "unreadable_tls"; readonly path: string; readonly reason: string }
  | { readonly code: "invalid_tls"; readonly reason: string }
  | { readonly code: "seed"; readonly problem: SeedProblem }
  | { readonly code: "port_in_use"; readonly port: number }
  | { readonly code: "port_forbidden"; readonly port: number }
  | { readonly code: "unknown_host"; readonly host: string }
  | { readonly code: "other"; readonly reason: string };

export class StartError extends Error {
  override readonly name = "StartError";

  constructor(problem: StartProblem) {
    super(describeProblem(problem));
  }
}

export function describeProblem(problem: StartProblem): string {
  switch (problem.code) {
    case "no_port":
      return `"${problem.value}" is not a port. Use a number from 1 to 65535, such as 8081, or 0 for any free port.`;
    case "no_host":
      return `"${problem.value}" is not a host to listen on. Use a name or an IP address without a port, such as localhost or 0.0.0.0.`;
    case "no_redirect_uri":
      return `"${problem.value}" is not a redirect URI. Use an absolute URI in ASCII without a fragment, such as http://localhost:3000/callback.`;
    case "no_api_token":
      return "The API token must be ASCII characters without spaces, so that every client can send it in a header. Choose another, or use random.";
    case "exposed":
      return `Other machines could reach the org at ${problem.host}, and everyone knows the API token ${defaultApiToken}. Choose your own token, or use random. Or listen on localhost.`;
    case "no_issuer":
      return `"${problem.value}" is not an issuer. Use the org's URL without a path, such as http://okta:8080. The custom server's issuer is below it, at /oauth2/default.`;
    case "issuer_without_tls":
      return `The issuer ${problem.value} is not https, but the org serves https with your certificate. Start the issuer with https://, or leave out the certificate.`;
    case "half_tls":
      return `TLS needs a key and a certificate, and the ${problem.missing} is missing. Give both, as PEM files.`;
    case "unreadable_tls":
      return `Can't read ${problem.path}: ${problem.reason}. Give the path of a PEM file.`;
    case "invalid_tls":
      return `The TLS key and certificate can't be used: ${problem.reason}. Give a private key without a passphrase and its certificate, both in PEM format.`;
    case "seed":
      return describeSeedProblem(problem.problem);
    case "port_in_use":
      return `Port ${problem.port} is already in use. Stop the other program, or choose another port, such as ${problem.port < 65_535 ? problem.port + 1 : problem.port - 1}.`;
    case "port_forbidden":
      return `No permission to use port ${problem.port}. Choose a port above 1023, such as 8080.`;
    case "unknown_host":
      return `This machine has no address ${problem.host}. Listen on localhost, or on 0.0.0.0 for all addresses.`;
    case "other":
      return `The demo org could not start: ${problem.reason}`;
    default:
      return problem satisfies never;
  }
}

function describeSeedProblem({ path, ...problem }: SeedProblem): string {
  const file = path ?? "The seed";
  switch (problem.code) {
    case "unreadable":
      return `Can't read ${file}: ${problem.reason}. Use a file exported from a demo org.`;
    case "no_json":
      return `${file} is not JSON. Use a file exported from a demo org.`;
    case "broken":
      return `Can't start from ${path ?? "the seed"}:\n${problem.causes.map((cause) => `    ${cause}`).join("\n")}`;
    default:
      return problem satisfies never;
  }
}

export function describeListenError(
  error: NodeJS.ErrnoException,
  { port, host }: { readonly port: number; readonly host: string },
): StartProblem {
  switch (error.code) {
    case "EADDRINUSE":
      return { code: "port_in_use", port };
    case "EACCES":
      return { code: "port_forbidden", port };
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return { code: "unknown_host", host };
    default:
      return { code: "other", reason: error.message };
  }
}
