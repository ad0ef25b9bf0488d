/** The parts that the first view does without. Called early, where it is clear that they will be wanted. */
export const loadGet = () => import("./get/Get.tsx");
export const loadComparedRuns = () => import("./compare/ComparedRuns.tsx");
