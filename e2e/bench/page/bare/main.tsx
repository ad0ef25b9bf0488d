import { createRoot } from "react-dom/client";
import { Claims } from "../claims.tsx";

// The least code that shows a token's claims. The explorer's times are compared with this page's.
const token = new URLSearchParams(location.hash.slice(1)).get("id_token") ?? "..";
const [, payload = ""] = token.split(".");
const bytes = Uint8Array.from(atob(payload.replaceAll("-", "+").replaceAll("_", "/")), (it) =>
  it.charCodeAt(0),
);

const root = document.getElementById("root");
if (root)
  createRoot(root).render(<Claims claims={JSON.parse(new TextDecoder().decode(bytes) || "{}")} />);
