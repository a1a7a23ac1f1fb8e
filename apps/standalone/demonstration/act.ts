import type { CivilDate } from '#domain/calendar';
import type { Stage } from '#domain/lifecycle';
import type { CommandType } from '#domain/registry';
import type { StreamId } from '#domain/stream';
import type { CommandInput } from '../http-client';

/** One act of a story: who gives which command to which stream on which day. */
export interface Act {
  readonly stream: StreamId;
  readonly type: CommandType;
  readonly data: object;
  /** the post that acts, `<bodyId>/<postId>`, or `worker/<personRef>` */
  readonly by: string;
  readonly on: CivilDate;
  /** Beijing wall clock `HH:MM`, for what is entered afterwards */
  readonly time: string;
  readonly reasons?: Readonly<Record<string, string>>;
  /** a fault seeded on purpose: the rule that must refuse it */
  readonly refusedBy?: string;
  /** of a countersigned act: sent back once by the first who is asked at a step of its route */
  readonly returned?: { readonly from: string; readonly reason: string };
}

export interface ActDetails {
  time?: string;
  reasons?: Readonly<Record<string, string>>;
  refusedBy?: string;
  returned?: Act['returned'];
}

/** Checks data against the command's type; the story itself keeps acts of all types in one list. */
export const act = <T extends CommandType>(
  stream: StreamId,
  type: T,
  by: string,
  on: CivilDate,
  data: CommandInput<T>,
  { time = '09:00', ...more }: ActDetails = {},
): Act => ({ stream, type, data, by, on, time, ...more });

/** What happens in one stage of a project, or of one of its segments, up to the act that leaves it. */
export interface StagePart {
  readonly stage: Stage;
  /** in order */
  readonly acts: readonly Act[];
  readonly leave: Act;
}

/** Acts in the order of day and hour; those of one hour keep theirs. */
export const inOrder = (acts: readonly Act[]): Act[] =>
  acts
    .map((one, index) => ({ one, index }))
    .toSorted((a, b) => a.one.on.localeCompare(b.one.on) || a.one.time.localeCompare(b.one.time) || a.index - b.index)
    .map(({ one }) => one);

/** Every act of some stages. */
export const allOf = (parts: readonly StagePart[]): Act[] => parts.flatMap(({ acts, leave }) => [...acts, leave]);
