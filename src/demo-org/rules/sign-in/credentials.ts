import type { Configuration } from "../../model/configuration.ts";
import { findUserByLogin } from "../../model/directory.ts";
import type { User } from "../../model/user.ts";
import type { Parameters } from "../parameters.ts";

export type SignInProblem = {
  readonly field: "username" | "password";
  readonly message: string;
};

export type SecondFactorProblem = { readonly message: string };

/** A demo user's button needs neither a password nor a second factor. */
export function checkCredentials(form: Parameters, configuration: Configuration) {
  const person = form.get("person");
  if (person !== undefined) {
    const user = findUserByLogin(configuration, person);
    return user
      ? succeed(user, true)
      : fail("username", `${person} can’t sign in any more. Choose another user.`);
  }
  const username = form.get("username");
  if (username === undefined || username.trim() === "")
    return fail("username", "Enter a username, or choose a demo user.");
  const password = form.get("password");
  if (password === undefined) return fail("password", "Enter the password.");
  const user = checkPassword(configuration, username, password);
  // The message is the same for an unknown username and a wrong password, so that it doesn't reveal usernames.
  if (!user) return fail("password", "Username and password do not match. Try again.");
  return succeed(user, false);
}

export function checkPassword(
  configuration: Configuration,
  username: string,
  password: string,
): User | undefined {
  const user = findUserByLogin(configuration, username);
  return user?.credentials.password?.value === password ? user : undefined;
}

/** Unverified: that Okta ignores the case of answers. */
export function checkAnswer(answer: string): boolean {
  return answer.trim().toLowerCase() === securityQuestion.answer;
}

export function findAnswerProblem(form: Parameters): SecondFactorProblem | undefined {
  const answer = form.get("answer")?.trim() ?? "";
  if (answer === "") return { message: "Enter the answer." };
  return checkAnswer(answer) ? undefined : { message: "The answer is wrong. Try again." };
}

function succeed(user: User, isComplete: boolean) {
  return { kind: "succeeded", user, isComplete } as const;
}

function fail(field: SignInProblem["field"], message: string) {
  return { kind: "failed", problem: { field, message } } as const;
}

/** Not a secret: all users have the same question, including users that are created by the API. */
export const securityQuestion = {
  question: "What is the answer to every question in this org?",
  answer: "demo-answer",
} as const;

/** `kba` is the security question. @see RFC 8176 §2; Okta: Customize tokens returned from Okta with a Groups claim */
export function listMethods(hasSecondFactor: boolean): readonly string[] {
  return hasSecondFactor ? ["pwd", "mfa", "kba"] : ["pwd"];
}

export function hasSecondFactor({ amr }: { readonly amr: readonly string[] }): boolean {
  return amr.includes("mfa");
}
