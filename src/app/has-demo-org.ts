/** Whether this build has the demo org: `DEMO_ORG=off` leaves it out. */
export const hasDemoOrg = import.meta.env.DEMO_ORG !== "off";
