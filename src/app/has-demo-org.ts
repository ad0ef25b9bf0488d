/**
 * Whether this build has the demo org: `DEMO_ORG=off` leaves it out.
 *
 * What decides about an `import()` compares the variable itself. Only then does the bundler leave that code out.
 */
export const hasDemoOrg = import.meta.env.DEMO_ORG !== "off";
