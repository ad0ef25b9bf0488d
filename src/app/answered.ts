/**
 * What a tab that has had an answer needs, and a first view does without. Together, for a landing waits for all of it,
 * and twelve small files take a slow machine a tenth of a second longer than one.
 */
export { ComparedRuns } from "./compare/ComparedRuns.tsx";
export { Get } from "./get/Get.tsx";
export * as memory from "./memory.ts";
