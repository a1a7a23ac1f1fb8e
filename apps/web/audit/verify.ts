import type { AuditEvent } from '#contracts/http/history';
import { digestBy } from '../forms/digest';

export interface Check {
  version: number;
  /** numbered without a gap · its own digest · follows the one before · shows what was hashed */
  ordered: boolean;
  digest: boolean;
  linked: boolean;
  faithful: boolean;
}
export const holds = ({ ordered, digest, linked, faithful }: Check): boolean => ordered && digest && linked && faithful;

const firstFollows = 'genesis';

/**
 * Checks a stream in this browser: every digest is computed again from the bytes that were hashed, and every event shown is
 * compared with those bytes. Nothing of the server is believed but the bytes themselves.
 */
export async function verifyChain(events: readonly AuditEvent[]): Promise<Check[]> {
  const checks: Check[] = [];
  for (const [index, event] of events.entries()) {
    const { hash, prevHash, body } = event;
    const algorithm = hash.slice(0, hash.indexOf(':'));
    const bytes = new TextEncoder().encode(`yigong-event-v1\n${algorithm}\n${prevHash}\n${body}`);
    checks.push({
      version: event.version,
      ordered: event.version === index + 1,
      digest: (await digestBy(algorithm, bytes)) === hash,
      linked: prevHash === (events[index - 1]?.hash ?? firstFollows),
      faithful: shows(event),
    });
  }
  return checks;
}

/** Whether what is shown of an event is what its hashed body says. */
function shows(event: AuditEvent): boolean {
  const body = JSON.parse(event.body) as Record<string, unknown>;
  return (
    ['stream', 'version', 'type', 'data', 'occurredAt', 'recordedAt', 'actor', 'commandId', 'backfilled'] as const
  ).every((name) => sameJson(body[name], event[name]));
}

/** Equal as JSON, whatever the order of names; what is undefined counts as absent. */
export function sameJson(one: unknown, other: unknown): boolean {
  return stable(one) === stable(other);
}
const stable = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? '';
