import { beforeEach, vi } from "vitest";
import { page } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import "./ui/styles.css";

// Runs before each file. Files share a document and their loaded modules, so each starts with an empty page.
await cleanup();
vi.restoreAllMocks();
vi.unstubAllGlobals();
sessionStorage.clear();
history.replaceState(null, "", location.pathname);
document.body.replaceChildren();
document.adoptedStyleSheets = [];
for (const name of ["style", "data-theme"]) document.documentElement.removeAttribute(name);
await page.viewport(1280, 720);

// The library registers its cleanup itself, but only for the first file that loads it.
beforeEach(() => cleanup());
