import type { Command } from '../command';
import type { StreamState } from '../state';
import { kindOf, type StreamId } from '../stream';
import type { SignoffEvents } from './events';
import type { Matter } from './matter';
import { lastSteps, type Route } from './route';
import type { Breach } from '../rules';

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

/** An act as a signer who may be the last would give it, and the step that seats them. */
export interface ActAhead {
  command: Command;
  step: string;
  /** bodies that will have been asked by then, and the text they are asked about */
  signed: { agreed: readonly string[]; digest: string };
}

/**
 * The act of a matter that is started or sent, as each who may sign last would give it now: what stands against it is told before
 * anybody signs. None for papers from before: they were signed on paper.
 */
export function actsAhead(state: StreamState, command: Command, events: readonly Happened[]): ActAhead[] {
  const drafted = events.find(({ type }) => type === 'MatterStarted' || type === 'DraftSubmitted');
  if (!drafted || command.backfilled) return [];
  const { digest, ...begun } = drafted.data as Partial<Matter> & { digest: string };
  const matter = state.subject as Matter;
  const document = { ...matter.document, digest };
  return lastActs({ ...matter, ...begun, document }, state.stream, command);
}

/** The act a matter ends with, as each who may sign last would do it; the one the route names last stands last. */
export const lastActs = (
  { subject, route, act, document }: Matter,
  matter: StreamId,
  { id, at }: Pick<Command, 'id' | 'at'>,
): ActAhead[] =>
  lastSteps(route.flow).flatMap((last) => {
    const { name, signers } = route.steps[last]!;
    return signers.map(({ body, post }) => ({
      step: name,
      signed: { agreed: askedIn(route), digest: document.digest },
      command: {
        id: `${matter}#${id}`,
        stream: subject as StreamId,
        ...act!,
        at,
        actor: { person: '', body, post },
        basis: { signoff: matter, headHash: '' },
      },
    }));
  });

const askedIn = ({ steps }: Route): string[] =>
  Object.values(steps).flatMap(({ signers }) => signers.map(({ body }) => body));

/** Who may not do the act is told as the step that seats them: the route is to be mended. @rule R-OA-20 */
export const atStep =
  ({ step, command: { actor } }: ActAhead) =>
  (breach: Breach): Breach =>
    breach.rule === 'P-WHO'
      ? {
          ...breach,
          found: `环节“${step}”最后由 ${actor.body}/${actor.post} 签署`,
          mend: '请系统管理员把有权作出该决定的单位放在最后一个环节',
        }
      : breach;
