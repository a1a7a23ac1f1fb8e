/**
 * The `code` that Node, PostgreSQL and gRPC put on their errors. Not by `instanceof Error`: an error that Node itself makes
 * comes from another realm under Jest, and is no instance of the Error the code sees there.
 */
export function errorCode(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}
