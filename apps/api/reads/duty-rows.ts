import { Injectable } from '@nestjs/common';
import type { DutyRow, StandIn } from '#contracts/http/inbox';
import { postKindName } from '#labels/zh/roles';
import { planName } from '#labels/zh/subjects';
import { civilDateOf, type Calendar } from '#domain/calendar';
import type { OpenDuty, StreamState } from '#domain/state';
import { keyOf, kindOf, type StreamId } from '#domain/stream';
import { Calendars } from './calendars';
import { isExchanged, lampOf, soonUntil, workingDaysLeft } from './lamps';
import { Names } from './names';

export interface PlacedDuty {
  stream: StreamId;
  /** where the stream alone does not say it: of a matter, the project it decides about */
  projectId?: string | null;
  substantive: number;
  duty: OpenDuty;
  /** of a matter: how far its step has come, and what the reader saw of it */
  matter?: DutyRow['matter'];
  underWay?: DutyRow['underWay'];
  standIn?: StandIn | null;
  /** until when the reader has put it aside */
  asideUntil?: string | null;
}

/** The project a stream belongs to. */
export const projectIdOf = (stream: StreamId): string | null =>
  kindOf(stream) === 'project' || kindOf(stream) === 'wages' ? keyOf(stream).split('/')[0]! : null;

const projectOf = ({ stream, projectId }: PlacedDuty): string | null => projectId ?? projectIdOf(stream);

/** Duties as people see them: whose, of what, how long yet. */
@Injectable()
export class DutyRows {
  constructor(
    private readonly calendars: Calendars,
    private readonly names: Names,
  ) {}

  /** @param now the instant they are seen at */
  async of(placed: readonly PlacedDuty[], now: string): Promise<DutyRow[]> {
    const calendar = await this.calendars.inForce();
    const projects = await this.names.projects(placed.flatMap((one) => projectOf(one) ?? []));
    const bodies = await this.names.bodies(
      placed.flatMap(({ duty: { owner, stopped } }) => [
        ...('body' in owner ? [owner.body] : []),
        ...(stopped ? [stopped.awaited] : []),
      ]),
    );
    const around = { calendar, projects, bodies, now, soon: soonUntil(calendar, now) };
    return placed.map((one) => rowOf(one, around));
  }

  ofState(state: StreamState, now: string): Promise<DutyRow[]> {
    const { stream, substantive } = state;
    const sorted = state.duties.toSorted((one, other) => (one.dueAt ?? '9').localeCompare(other.dueAt ?? '9'));
    return this.of(
      sorted.map((duty) => ({ stream, substantive, duty })),
      now,
    );
  }
}

interface Around {
  calendar: Calendar;
  projects: Readonly<Record<string, string>>;
  bodies: Readonly<Record<string, string>>;
  now: string;
  soon: string;
}

function rowOf(placed: PlacedDuty, { calendar, projects, bodies, now, soon }: Around): DutyRow {
  const { stream, substantive, duty, standIn = null, asideUntil = null } = placed;
  const projectId = projectOf(placed);
  const { dueAt: until, stopped, ...standing } = duty;
  const dueAt = (!stopped && until) || null;
  return {
    ...standing,
    ...(dueAt && { dueAt }),
    stopped: stopped ? { ...stopped, awaitedName: bodies[stopped.awaited] ?? stopped.awaited } : null,
    stream,
    projectId,
    projectName: (projectId ? projects[projectId] : planName(stream)) ?? '',
    ownerName: ownerName(duty.owner, bodies),
    lamp: lampOf(dueAt, now, soon),
    workingDaysLeft: workingDaysLeft(calendar, dueAt, now),
    exchanged: dueAt !== null && isExchanged(calendar, civilDateOf(dueAt)),
    substantive,
    matter: placed.matter ?? null,
    underWay: placed.underWay ?? null,
    standIn,
    asideUntil,
  };
}

function ownerName(owner: OpenDuty['owner'], bodies: Readonly<Record<string, string>>): string {
  if ('person' in owner) return '务工人员本人';
  const name = bodies[owner.body] ?? owner.body;
  const { post } = owner;
  return post ? `${name} · ${postKindName(post)}` : name;
}
