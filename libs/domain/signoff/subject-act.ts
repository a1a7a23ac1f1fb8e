import type { Command } from '../command';
import type { StreamState } from '../state';
import { kindOf, type StreamId } from '../stream';
import type { SignoffEvents } from './events';
import type { Matter } from './matter';

type Happened = Readonly<{ type: string; data: unknown }>;

/** The stream a matter decides about; none before it is started. */
export const subjectOf = ({ stream, subject }: StreamState): StreamId | undefined =>
  (kindOf(stream) === 'signoff' && (subject as Matter).subject) || undefined;

/**
 * What the matter's agreed end does to its subject, by whoever gave the last signature. It stands in one transaction with the
 * end: where the subject's rules refuse it, the signature is refused with them.
 * @param state the matter before its last act
 * @param events what that act comes to
 */
export function actOnSubject(state: StreamState, command: Command, events: readonly Happened[]): Command | undefined {
  const stream = subjectOf(state);
  const agreed = events.some(
    ({ type, data }) => type === 'MatterEnded' && (data as SignoffEvents['MatterEnded']).as === 'agreed',
  );
  const { act } = state.subject as Matter;
  if (!stream || !agreed || !act) return undefined;
  const { actor, at, reasons } = command;
  return { id: `${command.id}#subject`, stream, ...act, at, actor, ...(reasons && { reasons }) };
}
