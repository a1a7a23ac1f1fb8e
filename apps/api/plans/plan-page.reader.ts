import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PlanChange, PlanPage } from '#contracts/http/plans';
import { addDays, beijingInstant, civilDateOf } from '#domain/calendar';
import { emptyState, evolve } from '#domain/decider';
import { isSubstantive } from '#domain/generic';
import { actsNow } from '#domain/plan/acts';
import { planCommands } from '#domain/plan/messages';
import { listed, type Plan } from '#domain/plan/plan';
import { definitionOf, isCountersigned, type CommandType } from '#domain/registry';
import type { StreamState } from '#domain/state';
import type { StreamId } from '#domain/stream';
import { EventLog } from '#event-log/event-log';
import { Clock } from '../auth/clock';
import type { Session } from '../auth/sessions';
import { fits } from '../commands/actors';
import { DutyRows } from '../reads/duty-rows';
import { Names } from '../reads/names';

type Logged = Awaited<ReturnType<EventLog['read']>>[number];

/** A district's plan and list of one year, now or as it stood at the end of a day. @rule R-PLAN-05 */
@Injectable()
export class PlanPageReader {
  constructor(
    private readonly database: DataSource,
    private readonly log: EventLog,
    private readonly duties: DutyRows,
    private readonly names: Names,
    private readonly clock: Clock,
  ) {}

  async page(stream: StreamId, on: string | null, session: Session): Promise<PlanPage> {
    const before = on && beijingInstant(addDays(on, 1), '00:00');
    const events = (await this.log.read(this.database.manager, stream)).filter(
      ({ occurredAt }) => before === null || occurredAt < before,
    );
    const state = events.reduce<StreamState>(evolve, emptyState(stream));
    const plan = state.subject as Plan;
    const changes = events.filter(({ type }) => isSubstantive(type)).map(changeOf);
    return {
      stream,
      plan,
      revision: state.version,
      substantive: state.substantive,
      headHash: await this.hashAt(stream, state.version),
      on,
      today: civilDateOf(this.clock.iso()),
      duties: on ? [] : await this.duties.ofState(state, this.clock.iso()),
      may: on ? [] : actsOf(state, session),
      changes,
      matters: on ? [] : await this.matters(stream),
      projects: await this.projects(listed(plan).flatMap(({ project }) => project ?? [])),
      bodies: await this.names.bodiesIn([plan, changes.map(({ body }) => body)]),
      texts: await this.names.textsIn(JSON.stringify([plan, changes])),
    };
  }

  private async hashAt(stream: StreamId, version: number): Promise<string> {
    const [row] = await this.database.query<{ hash: string }[]>(
      'select hash from log.event where stream_id = $1 and version = $2',
      [stream, version],
    );
    return row?.hash ?? '';
  }

  /** Sign-offs about this plan that are on their way. */
  private matters(stream: StreamId): Promise<PlanPage['matters']> {
    return this.database.query<PlanPage['matters'][number][]>(
      `select stream_id as stream, title, status, act, entry as "entryId" from read.matter
        where subject = $1 and status = 'open' and act = any($2) order by started_at`,
      [stream, Object.keys(planCommands)],
    );
  }

  private async projects(ids: readonly string[]): Promise<PlanPage['projects']> {
    const rows = await this.database.query<({ project_id: string } & PlanPage['projects'][string])[]>(
      'select project_id, stage, status from read.project where project_id = any($1)',
      [ids],
    );
    return Object.fromEntries(rows.map(({ project_id, ...project }) => [project_id, project]));
  }
}

function changeOf({ version, occurredAt, type, data, actor, backfilled, ...event }: Logged): PlanChange {
  const {
    id = null,
    version: list = null,
    reason = null,
  } = data as Partial<Record<'id' | 'reason', string>> & {
    version?: number;
  };
  const { basis } = event as { basis?: { signoff?: string } };
  const entry = type.startsWith('Entry') ? id : null;
  return {
    revision: version,
    at: occurredAt,
    type,
    body: actor.body,
    entryId: entry,
    version: list,
    reason,
    signoff: basis?.signoff ?? null,
    backfilled,
  };
}

/** What may be done here now. An act that ends a sign-off is the lead departments' to draw up. A choice for the screen: the rules answer. */
function actsOf(state: StreamState, { account, posts }: Session): CommandType[] {
  const plan = state.subject as Plan;
  const own = posts.filter(({ district }) => district === plan.district);
  const acts: readonly CommandType[] = plan.exists ? actsNow(plan) : ['drawUpPlan'];
  return acts.filter((type) => {
    const who = isCountersigned(type) ? definitionOf('drawUpPlan').who : definitionOf(type).who;
    return own.some((post) => fits(post, account.person, { who }, state));
  });
}
