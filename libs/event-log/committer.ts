import type { DataSource, EntityManager } from 'typeorm';
import type { StreamId } from '#domain/stream';
import { appending, type Append } from './append';
import type { Asked, EventLog, OpenedRow } from './event-log';
import type { Head } from './head';
import { isMovedOn } from './open-stream';
import { transact, write, type Concluded } from './transaction';

/** What a command comes to: decisions for the log, and what else is written with them. */
export interface Conclusion<T> extends Concluded<T> {
  appends: readonly Append[];
}

/** What is to be committed for a command. */
export interface Work<T> {
  commandId: string;
  /** streams to lock, at least one */
  streams: readonly StreamId[];
  /** streams whose versions the decision rests on */
  references: readonly StreamId[];
  /** only reads, and may be asked once more: what it comes to counts when it is committed */
  conclude: (tx: EntityManager, heads: ReadonlyMap<StreamId, Head>) => Promise<Conclusion<T>>;
}
interface Waiting extends Work<unknown> {
  settle: (result: unknown) => void;
  fail: (reason: unknown) => void;
}

/** What a group came to. */
interface Common {
  heads: ReadonlyMap<StreamId, Head>;
  appends: readonly Append[];
  results: readonly unknown[];
}

/** While one waits for the disk another decides. */
const underWayAtMost = 2;
const togetherAtMost = 32;

/**
 * Commits together what comes at the same time on different streams: begin, commit and the calls into the kernel are paid once
 * for all. Who comes alone does not wait for company. A fault is nobody else's: each is then committed by itself. What this process
 * remembers is not asked for: it judges by that and has it confirmed where it is written, which saves half the way.
 */
export class Committer {
  private readonly waiting: Waiting[] = [];
  private readonly held = new Set<StreamId>();
  private underWay = 0;

  constructor(
    private readonly database: DataSource,
    private readonly log: EventLog,
  ) {}

  /** @throws what the work or the database throws; nothing is written then, unless the connection was lost during the commit */
  commit<T>(work: Work<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ ...work, settle: resolve as Waiting['settle'], fail: reject });
      if (this.underWay < underWayAtMost) void this.goOn();
    });
  }

  private async goOn(): Promise<void> {
    this.underWay += 1;
    await Promise.resolve(); // Whoever comes in this very turn comes along.
    for (let group = this.next(); group.length > 0; group = this.next()) {
      const streams = group.flatMap((one) => one.streams);
      for (const stream of streams) this.held.add(stream);
      await this.together(group);
      for (const stream of streams) this.held.delete(stream);
    }
    this.underWay -= 1;
  }

  /** In the order of coming, but no two on one stream. */
  private next(): Waiting[] {
    const group: Waiting[] = [];
    const spoken = new Set(this.held);
    for (const one of this.waiting) {
      if (group.length < togetherAtMost && !one.streams.some((stream) => spoken.has(stream))) group.push(one);
      // A stream's commands keep their order, also where the first of them has to wait for another stream.
      for (const stream of one.streams) spoken.add(stream);
    }
    for (const one of group) this.waiting.splice(this.waiting.indexOf(one), 1);
    return group;
  }

  private async together(group: readonly Waiting[]): Promise<void> {
    const asked = group.flatMap(({ streams, commandId }) => streams.map((stream) => ({ stream, commandId })));
    const references = [...new Set(group.flatMap((one) => one.references))];
    try {
      const { heads, appends, results } =
        (await this.asRemembered(group, asked, references)) ?? (await this.asRead(group, asked, references));
      this.log.keep(heads.values(), appends);
      for (const [index, { settle }] of group.entries()) settle(results[index]);
    } catch (fault) {
      this.log.forget(asked.map(({ stream }) => stream));
      if (group.length === 1) group[0]!.fail(fault);
      else for (const one of group) await this.together([one]);
    }
  }

  /** Judged by what this process remembers, and written if that still stands. @returns undefined when it does not */
  private async asRemembered(
    group: readonly Waiting[],
    asked: Asked[],
    references: StreamId[],
  ): Promise<Common | undefined> {
    const heads = this.log.remembered(asked, references);
    if (!heads) return undefined;
    // A fault met with what may be old counts when it is met again with what is read.
    const judged = await this.concluded(group, this.database.manager, heads).catch(() => undefined);
    if (!judged) return undefined;
    try {
      await write(this.database, [this.log.confirming(asked, heads), ...judged.writes]);
      return judged.result;
    } catch (fault) {
      if (isMovedOn(fault)) return undefined;
      throw fault;
    }
  }

  private asRead(group: readonly Waiting[], asked: Asked[], references: StreamId[]): Promise<Common> {
    return transact<OpenedRow, Common>(this.database, this.log.opening(asked, references), async (tx, rows) =>
      this.concluded(group, tx, await this.log.heads(tx, rows)),
    );
  }

  private async concluded(
    group: readonly Waiting[],
    tx: EntityManager,
    heads: ReadonlyMap<StreamId, Head>,
  ): Promise<Concluded<Common>> {
    const concluded: Conclusion<unknown>[] = [];
    for (const { conclude } of group) concluded.push(await conclude(tx, heads));
    const appends = concluded.flatMap((one) => one.appends);
    return {
      result: { heads, appends, results: concluded.map(({ result }) => result) },
      writes: [
        ...(appends.length > 0 ? [appending(appends, (command) => this.log.requestHash(command))] : []),
        ...concluded.flatMap(({ writes }) => writes),
      ],
    };
  }
}
