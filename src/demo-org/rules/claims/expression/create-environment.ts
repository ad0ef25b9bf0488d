import type { ExpressionContext } from "../claims-context.ts";
import { createBudget } from "./budget.ts";
import type { Environment, Language } from "./environment.ts";
import { isFields, toValue, type Value } from "./values.ts";

/**
 * Creates the environment of a claim's expression: profiles, the app and the request as plain values, each computed
 * when it is first used.
 */
export function createEnvironment(context: ExpressionContext, language: Language): Environment {
  const budget = createBudget();
  const known = new Map<string, Value>();
  const resolveName: Environment["resolveName"] = (name, span) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const root = language.roots.get(name);
    const data = toValue(root?.read(context), budget, span);
    const value = isFields(data) ? { ...data, isOpen: root?.members === undefined } : data;
    known.set(name, value);
    return value;
  };
  return { context, budget, language, resolveName };
}
