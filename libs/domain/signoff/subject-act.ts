import type { Command } from '../command';
import type { StreamState } from '../state';
import { kindOf, type StreamId } from '../stream';
import type { SignoffEvents } from './events';
import type { Matter } from './matter';
import { stepsIn } from './route';

type Happened = Readonly<{ type: string; data: unknown }>;

/** The stream a matter decides about; none before it is started. */
export const subjectOf = ({ stream, subject }: StreamState): StreamId | undefined =>
  (kindOf(stream) === 'signoff' && (subject as Matter).subject) || undefined;

/**
 * What the matter's agreed end does to its subject, by whoever gave the last signature. It stands in one transaction with the
 * end: where the subject's rules refuse it, the signature is refused with them.
 * @param state the matter before its last act
 * @param events what that act comes to
 * @param headHash of the matter with its end; empty while that is not yet recorded
 */
export function actOnSubject(
  state: StreamState,
  command: Command,
  events: readonly Happened[],
  headHash: string,
): Command | undefined {
  const stream = subjectOf(state);
  const agreed = events.some(
    ({ type, data }) => type === 'MatterEnded' && (data as SignoffEvents['MatterEnded']).as === 'agreed',
  );
  const { act } = state.subject as Matter;
  if (!stream || !agreed || !act) return undefined;
  const { id, actor, at, reasons, backfilled } = command;
  const basis = { signoff: state.stream, headHash };
  return {
    // A key is unique in its own stream alone: two matters may end under one.
    id: `${state.stream}#${id}`,
    stream,
    ...act,
    at,
    actor,
    basis,
    ...(reasons && { reasons }),
    ...(backfilled && { backfilled }),
  };
}

/**
 * The act of a matter that is started or sent, as whoever signs last would give it now: what stands against it is told before
 * anybody signs. None for papers from before: they were signed on paper.
 */
export function actAhead(state: StreamState, command: Command, events: readonly Happened[]): Command | undefined {
  const drafted = events.find(({ type }) => type === 'MatterStarted' || type === 'DraftSubmitted');
  if (!drafted || command.backfilled) return undefined;
  return lastAct({ ...(state.subject as Matter), ...(drafted.data as Partial<Matter>) }, state.stream, command);
}

/** The act a matter ends with, as whoever signs last would do it. */
export function lastAct(
  { subject, route, act }: Matter,
  matter: StreamId,
  { id, at }: Pick<Command, 'id' | 'at'>,
): Command {
  const [last] = stepsIn(route.flow).slice(-1);
  const { body, post } = route.steps[last!]!.signers.at(-1)!;
  return {
    id: `${matter}#${id}`,
    stream: subject as StreamId,
    ...act!,
    at,
    actor: { person: '', body, post },
    basis: { signoff: matter, headHash: '' },
  };
}
