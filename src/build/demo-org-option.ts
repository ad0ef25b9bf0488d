/**
 * Parses `DEMO_ORG`: whether the build has the demo org.
 *
 * @param text `undefined` if the variable is not set: the build has it.
 * @throws Any other value than `on` and `off`: a typing mistake must not build a page with the demo org.
 */
export function parseDemoOrgOption(text: string | undefined): "on" | "off" {
  const option = text ?? "on";
  if (option === "on" || option === "off") return option;
  throw new Error(`DEMO_ORG: “${text}” can’t be used. Write on or off.`);
}
