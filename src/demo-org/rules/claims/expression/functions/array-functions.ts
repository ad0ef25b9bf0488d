import type { Call, ExpressionFunction } from "../environment.ts";
import { refuseIndex } from "../expression-error.ts";
import type { Node } from "../syntax-tree.ts";
import { isList, isSame, type Value } from "../values.ts";
import {
  argumentAt,
  defineFunction,
  fail,
  listAt,
  requireListAt,
  requireWholeAt,
  textAt,
} from "./call-arguments.ts";

/** Unverified: that two of these functions accept null. @see Okta Expression Language overview, "Array functions" */
export const arrayFunctions: ReadonlyMap<string, ExpressionFunction> = new Map([
  ["Arrays.add", defineFunction(["array", "value"], add)],
  ["Arrays.remove", defineFunction(["array", "value"], remove)],
  ["Arrays.clear", defineFunction(["array"], (call) => requireListAt(call, 0).slice(0, 0))],
  ["Arrays.get", defineFunction(["array", "position"], get)],
  ["Arrays.flatten", defineFunction(["...values"], flatten)],
  ["Arrays.contains", defineFunction(["array", "value"], contains)],
  ["Arrays.size", defineFunction(["array"], (call) => listAt(call, 0)?.length ?? 0)],
  ["Arrays.isEmpty", defineFunction(["array"], (call) => !listAt(call, 0)?.length)],
  ["Arrays.toCsvString", defineFunction(["array"], toCsvString)],
]);

function add(call: Call): Value {
  return [...requireListAt(call, 0), argumentAt(call, 1).value];
}

/** Unverified: that only the first equal entry is removed, as in Java's lists. */
function remove(call: Call): Value {
  const list = requireListAt(call, 0);
  const index = findIndex(list, call);
  return list.filter((_entry, position) => position !== index);
}

function contains(call: Call): Value {
  return findIndex(listAt(call, 0) ?? [], call) !== -1;
}

function findIndex(list: readonly Value[], call: Call): number {
  const { value } = argumentAt(call, 1);
  return list.findIndex((entry) => isSame(entry, value, call.environment.budget, call.span));
}

function get(call: Call): Value {
  const list = requireListAt(call, 0);
  const index = requireWholeAt(call, 1);
  const entry = list[index];
  if (entry !== undefined) return entry;
  throw refuseIndex("array", index, list.length, argumentAt(call, 1).node.span);
}

// A null argument is an error: Okta's article checks `isEmpty` first.
// @see Okta support: Can we retrieve both Active Directory and Okta groups in OpenID Connect claims
function flatten(call: Call): Value {
  const { budget } = call.environment;
  const spread = (value: Value, node: Node): readonly Value[] => {
    budget.spend(1, node.span);
    if (value === null) return fail({ value, node }, "a value or an array");
    return isList(value) ? value.flatMap((entry) => spread(entry, node)) : [value];
  };
  return call.parameters.flatMap(({ value, node }, index) =>
    spread(typeof value === "string" ? listAt(call, index) : value, node),
  );
}

function toCsvString(call: Call): Value {
  return listAt(call, 0) === null ? null : textAt(call, 0);
}
