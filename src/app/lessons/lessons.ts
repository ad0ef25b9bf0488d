/** The part of the page that is loaded with a lesson, or with the list of them: one file. */
export { LessonPart } from "./LessonPart.tsx";
export { LessonsPage } from "./list/LessonsPage.tsx";
