import type { EntityManager } from 'typeorm';
import type { Organization } from '#domain/organization/organization';
import type { Rulebook } from '#domain/rulebook/rulebook';
import { organizationStream, rulebookStream, type StreamId } from '#domain/stream';
import type { EventLog } from '#event-log/event-log';

/** Rulebooks and organizations change seldom: kept by version, so that a command asks for versions alone. */
export class ReferenceCache {
  private readonly kept = new Map<string, { version: number; subject: unknown }>();

  constructor(private readonly log: EventLog) {}

  async rulebooks(tx: EntityManager, district: string): Promise<{ beijing: Rulebook; own: Rulebook; basis: string }> {
    const scopes = [rulebookStream('beijing'), rulebookStream(district || 'beijing')] as const;
    const versions = await this.versions(tx, scopes);
    return {
      beijing: (await this.at(tx, scopes[0], versions)) as Rulebook,
      own: (await this.at(tx, scopes[1], versions)) as Rulebook,
      basis: scopes.map((scope) => `${scope}@${versions.get(scope) ?? 0}`).join(' '),
    };
  }

  async organization(tx: EntityManager, body: string): Promise<{ organization: Organization; version: number }> {
    const stream = organizationStream(body);
    const versions = await this.versions(tx, [stream]);
    return { organization: (await this.at(tx, stream, versions)) as Organization, version: versions.get(stream) ?? 0 };
  }

  private async versions(tx: EntityManager, streams: readonly StreamId[]): Promise<Map<string, number>> {
    const rows = await tx.query<{ stream_id: string; version: string }[]>(
      'select stream_id, version from log.stream_head where stream_id = any($1)',
      [streams],
    );
    return new Map(rows.map(({ stream_id, version }) => [stream_id, Number(version)]));
  }

  private async at(tx: EntityManager, stream: StreamId, versions: ReadonlyMap<string, number>): Promise<unknown> {
    const version = versions.get(stream) ?? 0;
    const kept = this.kept.get(stream);
    if (kept?.version === version) return kept.subject;
    const state = await this.log.state(tx, stream);
    this.kept.set(stream, { version: state.version, subject: state.subject });
    return state.subject;
  }
}
