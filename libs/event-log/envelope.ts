import type { Command } from '#domain/command';
import type { DraftOf, Recorded } from '#domain/event';
import type { SealedRows } from '#domain/rows';
import { canonical } from './chain';

/** Which run of the engine wrote an event; binds the two records to each other. */
export interface Provenance {
  workflowId: string;
  runId: string;
}

export const schemaVersion = 1;

interface Place {
  version: number;
  ordinal: number;
  recordedAt: string;
  rows: SealedRows | undefined;
}

/** The canonical text of an event: all of it, and exactly what is hashed. */
export function bodyOf(
  command: Command,
  draft: DraftOf<Record<string, unknown>>,
  place: Place,
  from?: Provenance,
): string {
  return canonical({
    stream: command.stream,
    version: place.version,
    commandId: command.id,
    ordinal: place.ordinal,
    type: draft.type,
    schemaVersion,
    occurredAt: command.at,
    recordedAt: place.recordedAt,
    actor: command.actor,
    backfilled: command.backfilled ?? false,
    data: draft.data,
    ...(command.basis && { basis: command.basis }),
    ...(place.rows && { rows: place.rows }),
    ...(from && { provenance: from }),
  });
}

/** An event as read back: from the hashed body alone, so that altered copies in columns deceive nobody. */
export function recordedFrom(body: string): Recorded & { ordinal: number; schemaVersion: number } {
  return JSON.parse(body) as Recorded & { ordinal: number; schemaVersion: number };
}

/** As `recordedFrom`, of a JSON array of bodies. */
export const recordedAllFrom = (bodies: string): Recorded[] => JSON.parse(bodies) as Recorded[];
