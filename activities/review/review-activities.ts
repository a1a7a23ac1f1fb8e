import { setTimeout as rest } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { activityInfo, heartbeat } from '@temporalio/activity';
import type { DataSource } from 'typeorm';
import { systemActor } from '#domain/actor';
import type { Command } from '#domain/command';
import { beijingScope } from '#domain/rulebook/rulebook';
import { keyOf, type StreamId } from '#domain/stream';
import type { Recorder } from '../record/recorder';

const pageSize = 50;
const lookEveryMs = 50;

/** Streams with open duties that count by a rulebook: Beijing's for all, a district's for its own. */
const inScope = `from read.duty where ($1 = '${beijingScope}' or district = $1)`;

/** What a review of open duties calls. Each step may be repeated: what was recorded is not recorded again. */
@Injectable()
export class ReviewActivities {
  constructor(
    private readonly database: DataSource,
    private readonly recorder: Recorder,
  ) {}

  /**
   * Waits until every transaction has ended that may rest on the rulebook as it was: from then on all that is recorded counts
   * by the new one, and all that was is in sight.
   * @returns how many streams are to be looked at
   */
  async beginReview(rulebook: StreamId): Promise<number> {
    const [{ next }] = await this.database.query<[{ next: string }]>(
      'select pg_snapshot_xmax(pg_current_snapshot()) as next',
    );
    while (!(await this.haveEnded(next))) {
      heartbeat();
      await rest(lookEveryMs);
    }
    const [{ count }] = await this.database.query<[{ count: string }]>(`select count(distinct stream_id) ${inScope}`, [
      keyOf(rulebook),
    ]);
    return Number(count);
  }

  private async haveEnded(before: string): Promise<boolean> {
    const [{ ended }] = await this.database.query<[{ ended: boolean }]>(
      'select pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8 as ended',
      [before],
    );
    return ended;
  }

  /**
   * Looks at a page of streams, one after the other. It rests as long as it works, so that decisions keep the better half of
   * the machine however long the list is.
   * @param after the last stream looked at
   * @returns how many were looked at, and the last of them; null when the list is at its end
   */
  async reviewNext(
    cause: string,
    rulebook: StreamId,
    after: string,
  ): Promise<{ looked: number; after: StreamId | null }> {
    const streams = await this.database.query<{ stream_id: StreamId; at: Date }[]>(
      `select distinct stream_id, date_trunc('milliseconds', now()) as at ${inScope} and stream_id > $2
        order by stream_id limit $3`,
      [keyOf(rulebook), after, pageSize],
    );
    for (const { stream_id: stream, at } of streams) {
      heartbeat();
      const began = performance.now();
      await this.review({
        id: `${cause}:${stream}`,
        stream,
        type: 'reviewDuties',
        data: { cause },
        at: at.toISOString(),
        actor: systemActor,
      });
      await rest(performance.now() - began);
    }
    return { looked: streams.length, after: streams.length < pageSize ? null : streams.at(-1)!.stream_id };
  }

  /** What moves nothing leaves nothing: no event, no receipt, and no lock that a decision would wait for. */
  private async review(command: Command): Promise<void> {
    if (!(await this.recorder.wouldMove(command))) return;
    const { workflowId, runId } = activityInfo().workflowExecution!;
    await this.recorder.recordCommand(command, { workflowId, runId });
  }
}
