import type { Actor } from '../../libs/domain/actor';
import { civilDateOf } from '../../libs/domain/calendar';
import type { Basis, Command } from '../../libs/domain/command';
import { decideAndSettle, emptyState, evolve } from '../../libs/domain/decider';
import type { Recorded } from '../../libs/domain/event';
import type { AnyFacts, FactValues } from '../../libs/domain/facts';
import type { Role } from '../../libs/domain/organization/roles';
import type { Parties } from '../../libs/domain/parties';
import type { Project } from '../../libs/domain/project';
import { definitionOf, isMatterAct, type CommandData, type CommandType } from '../../libs/domain/registry';
import { isRefusal, type Breach } from '../../libs/domain/rules';
import type { StreamState } from '../../libs/domain/state';
import { kindOf, type StreamId } from '../../libs/domain/stream';
import { baseFacts } from './facts';

export interface Circumstances {
  /** who acts; by default the first role entitled to */
  as?: Role;
  actor?: Partial<Actor>;
  at?: string;
  facts?: Partial<FactValues> & Partial<AnyFacts>;
  reasons?: Record<string, string>;
  readRevision?: number;
  /** what a countersigned decision rests on; by default the agreed end of its matter */
  basis?: Basis;
  backfilled?: boolean;
}

const agreedEnd: Basis = { signoff: 'signoff/m-demo', headHash: 'sm3:0' };

/** A state, a command, and what must come of it: events or a refusal by rule id. */
export class Outcome {
  constructor(
    private readonly state: StreamState,
    private readonly command: Command,
    private readonly facts: AnyFacts,
  ) {}

  /** Whatever is recorded, and the state after it; a refusal fails the test. */
  passes(): { events: readonly { type: string; data: unknown }[]; after: StreamState } {
    const settled = decideAndSettle(this.state, this.command, this.facts);
    if (isRefusal(settled as never)) {
      throw new Error(`refused: ${JSON.stringify((settled as { refused: unknown }).refused, null, 2)}`);
    }
    const { events } = settled as Exclude<typeof settled, { refused: unknown }>;
    const after = events.reduce<StreamState>(
      (folded, draft, index) => evolve(folded, this.asRecorded(folded, draft, index)),
      this.state,
    );
    return { events, after };
  }

  /** The events recorded, duties aside, in order. */
  records(...types: string[]): ReturnType<Outcome['passes']> {
    const passed = this.passes();
    expect(passed.events.map(({ type }) => type).filter((type) => type !== 'DutiesChanged')).toEqual(types);
    return passed;
  }

  /** Exactly these rules are broken, in any order. */
  refuses(...rules: string[]): void {
    expect(this.broken().toSorted()).toEqual(rules.toSorted());
  }

  /** Among the broken rules are these. */
  refusesAtLeast(...rules: string[]): void {
    expect(this.broken()).toEqual(expect.arrayContaining(rules));
  }

  /** The places of what is refused, by the field of the form. */
  fields(): string[] {
    return this.breaches().map(({ field = '' }) => field);
  }

  /** What was compared where it was refused. */
  breaches(): readonly Breach[] {
    const settled = decideAndSettle(this.state, this.command, this.facts);
    return 'refused' in settled ? settled.refused : [];
  }

  private broken(): string[] {
    return this.breaches().map(({ rule }) => rule);
  }

  private asRecorded(
    state: StreamState,
    draft: { type: string; data: unknown; rows?: { table: string; rows: readonly unknown[] } },
    index: number,
  ): Recorded {
    return {
      stream: state.stream,
      version: state.version + 1,
      type: draft.type,
      data: draft.data,
      ...(draft.rows && { rows: { table: draft.rows.table as never, count: draft.rows.rows.length, digest: 'sm3:0' } }),
      occurredAt: this.command.at,
      recordedAt: this.command.at,
      actor: this.command.actor,
      commandId: `${this.command.id}.${index}`,
      backfilled: false,
    };
  }
}

const bodyFor = (role: Role, parties: Parties | null | undefined): string => {
  if (!parties) return `${role}-body`.toLowerCase();
  if (role === 'township') return parties.townships[0]!;
  if (role === 'leaderInCharge') return parties.districtGovernment;
  if (role === 'laborPayOfficer' || role === 'technicalManager')
    return parties.contractor ?? parties.collective ?? 'contractor-body';
  return (parties[role as keyof Parties] as string | undefined) ?? `${role}-body`.toLowerCase();
};

/** A state (or a stream's subject, e.g. a project built by a builder) to which a command comes. */
export function given(subject: StreamState | object, stream: StreamId = 'project/p-demo') {
  const state: StreamState =
    'duties' in subject && 'subject' in subject ? subject : { ...emptyState(stream), version: 1, subject };
  return {
    state,
    when<T extends CommandType>(type: T, data: CommandData<T>, circumstances: Circumstances = {}): Outcome {
      const {
        as = definitionOf(type).who[0]!,
        at = '2026-03-02T02:00:00.000Z',
        facts,
        reasons,
        readRevision,
        basis = isMatterAct(type) ? agreedEnd : undefined,
        backfilled,
      } = circumstances;
      const parties =
        kindOf(state.stream) === 'project'
          ? (state.subject as Project).parties
          : (state.subject as { parties?: Parties }).parties;
      const base = baseFacts(civilDateOf(at), as);
      const actor: Actor =
        as === 'system'
          ? { person: 'system', body: 'system', post: 'system' }
          : as === 'worker'
            ? { person: 'worker-1', body: '', post: 'worker', ...circumstances.actor }
            : { person: `person-${as}`, body: bodyFor(as, parties), post: `post-${as}`, ...circumstances.actor };
      const command: Command = {
        id: 'command-1',
        stream: state.stream,
        type,
        data,
        at,
        actor,
        readRevision: readRevision ?? state.substantive,
        ...(reasons && { reasons }),
        ...(basis && { basis }),
        ...(backfilled && { backfilled }),
      };
      return new Outcome(state, command, { ...base, ...facts });
    },
  };
}
