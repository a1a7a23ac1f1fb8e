import { messageOf } from '#platform/error-code';

/** Runs a command to its end: the process leaves with its code, or with 1 and the reason. */
export function exitWith(main: () => Promise<number>): void {
  main().then(
    (code) => process.exit(code),
    (error: unknown) => {
      console.error(messageOf(error));
      process.exit(1);
    },
  );
}
