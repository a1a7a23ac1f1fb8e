/** Classes of SQLSTATE that pass by themselves: connection, resources, operator intervention, serialization, locks. */
const passing = /^(08|53|57|40|55)/;

const codes = (error: unknown): string[] => {
  if (error === null || typeof error !== 'object') return [];
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  return [...(typeof code === 'string' ? [code] : []), ...codes(driverError)];
};

const network = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', 'EAI_AGAIN']);

/** Whether trying again may succeed without anyone mending anything. */
export const isOutage = (error: unknown): boolean =>
  codes(error).some((code) => passing.test(code) || network.has(code)) ||
  (error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect|Driver not Connected/i.test(error.message));

/** Another took a unique name first; judged afresh, the rule that protects it answers. */
export const isUniqueViolation = (error: unknown): boolean => codes(error).includes('23505');
