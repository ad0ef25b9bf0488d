import { OktaAuth, toRelativeUrl } from "@okta/okta-auth-js";
import { LoginCallback, Security, useOktaAuth } from "@okta/okta-react";
import { createRoot } from "react-dom/client";
import { BrowserRouter, Route, Routes, useNavigate } from "react-router-dom";
import { Claims } from "../claims.tsx";

/**
 * The page that Okta's guide for React builds, with a table of the ID token's claims. The guide uses the code flow, which is
 * the SDK's default.
 *
 * @see https://developer.okta.com/docs/guides/sign-into-spa-redirect/react/main/
 */
const oktaAuth = new OktaAuth({
  issuer: import.meta.env.VITE_ISSUER,
  clientId: import.meta.env.VITE_CLIENT_ID,
  redirectUri: `${location.origin}/login/callback`,
  scopes: ["openid", "profile", "email", "groups"],
  ...(import.meta.env.VITE_FLOW === "implicit" && { responseType: "id_token", pkce: false }),
});

function App() {
  const navigate = useNavigate();
  const restoreOriginalUri = async (_oktaAuth: OktaAuth, originalUri: string) =>
    navigate(toRelativeUrl(originalUri || "/", location.origin), { replace: true });
  return (
    <Security oktaAuth={oktaAuth} restoreOriginalUri={restoreOriginalUri}>
      <Routes>
        <Route path="/" element={<Home />} />
        <Route path="/login/callback" element={<LoginCallback />} />
      </Routes>
    </Security>
  );
}

function Home() {
  const { oktaAuth, authState } = useOktaAuth();
  if (!authState) return <p>Loading…</p>;
  if (authState.idToken) return <Claims claims={authState.idToken.claims} />;
  return (
    <button type="button" onClick={() => oktaAuth.signInWithRedirect({ originalUri: "/" })}>
      Send request
    </button>
  );
}

const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <BrowserRouter>
      <App />
    </BrowserRouter>,
  );
