import type { CommandAccepted, CommandStored } from '#contracts/http/commands';
import type { StreamId } from '#domain/stream';
import type { Outcome } from '#event-log/head';

export const accepted = (
  commandId: string,
  { revision, stage, nextDueAt, headHash, recordedAt }: Outcome,
): CommandAccepted => ({
  status: 'recorded',
  commandId,
  revision,
  stage,
  nextDueAt,
  headHash,
  recordedAt,
});

export const stored = (stream: StreamId, commandId: string): CommandStored => ({
  status: 'stored',
  commandId,
  location: `/api/commands/${stream}/${commandId}`,
});
