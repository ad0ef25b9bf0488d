const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#1b6e3c"/><rect x="7" y="8" width="18" height="4" rx="1.5" fill="#fff" opacity=".75"/><rect x="7" y="14" width="12" height="4" rx="1.5" fill="#fff"/><rect x="7" y="20" width="15" height="4" rx="1.5" fill="#ffc65c"/></svg>`;

/** Without an icon the browser requests `/favicon.ico`, which the pages' policy forbids, and logs an error. */
export const icon = `data:image/svg+xml,${encodeURIComponent(drawing)}`;
