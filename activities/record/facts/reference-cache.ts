import type { EntityManager } from 'typeorm';
import type { BaseFacts } from '#domain/facts';
import type { Organization } from '#domain/organization/organization';
import { effectiveCalendar, effectiveParameters } from '#domain/rulebook/effective';
import type { Rulebook } from '#domain/rulebook/rulebook';
import { organizationStream, rulebookStream, type StreamId } from '#domain/stream';
import type { EventLog } from '#event-log/event-log';
import { run } from '#event-log/statement';

/** Versions of streams by id; one that does not exist yet stands at 0. */
export type Versions = ReadonlyMap<string, number>;

type InForce = Pick<BaseFacts, 'basis' | 'parameters' | 'calendar'>;

const keptAtMost = 1_000;

/** Rulebooks and organizations change seldom: kept by version, so that a command asks for versions alone. */
export class ReferenceCache {
  private readonly kept = new Map<string, { version: number; subject: unknown }>();
  private readonly reckoned = new Map<string, InForce>();

  constructor(private readonly log: EventLog) {}

  async rulebooks(
    tx: EntityManager,
    district: string,
    known?: Versions,
  ): Promise<{ beijing: Rulebook; own: Rulebook; basis: string }> {
    const scopes = [rulebookStream('beijing'), rulebookStream(district || 'beijing')] as const;
    const versions = await this.versions(tx, scopes, known);
    return {
      beijing: (await this.at(tx, scopes[0], versions)) as Rulebook,
      own: (await this.at(tx, scopes[1], versions)) as Rulebook,
      basis: scopes.map((scope) => `${scope}@${versions.get(scope) ?? 0}`).join(' '),
    };
  }

  /**
   * Parameters and calendar as they stand in a district on a day.
   * @param on the civil date that counts
   */
  async inForce(tx: EntityManager, district: string, on: string, known?: Versions): Promise<InForce> {
    const { beijing, own, basis } = await this.rulebooks(tx, district, known);
    const key = `${basis} ${on}`;
    const before = this.reckoned.get(key);
    if (before) return before;
    const inForce = {
      basis,
      parameters: effectiveParameters(beijing, own, on),
      calendar: effectiveCalendar(beijing),
    };
    if (this.reckoned.size >= keptAtMost) this.reckoned.clear();
    this.reckoned.set(key, inForce);
    return inForce;
  }

  async organization(
    tx: EntityManager,
    body: string,
    known?: Versions,
  ): Promise<{ organization: Organization; version: number }> {
    const stream = organizationStream(body);
    const versions = await this.versions(tx, [stream], known);
    return { organization: (await this.at(tx, stream, versions)) as Organization, version: versions.get(stream) ?? 0 };
  }

  /** @param known those read already, which are not asked for again */
  async versions(tx: EntityManager, streams: readonly StreamId[], known?: Versions): Promise<Versions> {
    const missing = streams.filter((stream) => !known?.has(stream));
    if (known && missing.length === 0) return known;
    const rows = await run<{ stream_id: string; version: string }>(tx, {
      name: 'log.versions',
      text: 'select stream_id, version from log.stream_head where stream_id = any($1::text[])',
      values: [missing],
    });
    return new Map([
      ...(known ?? []),
      ...missing.map((stream) => [stream, 0] as const),
      ...rows.map(({ stream_id, version }) => [stream_id, Number(version)] as const),
    ]);
  }

  private async at(tx: EntityManager, stream: StreamId, versions: Versions): Promise<unknown> {
    const version = versions.get(stream) ?? 0;
    const kept = this.kept.get(stream);
    if (kept?.version === version) return kept.subject;
    const state = await this.log.state(tx, stream);
    this.kept.set(stream, { version: state.version, subject: state.subject });
    return state.subject;
  }
}
