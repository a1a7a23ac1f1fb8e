import { setTimeout as rest } from 'node:timers/promises';
import type { CommandAccepted } from '#contracts/http/commands';
import type { History, ProjectPage } from '#contracts/http/reads';
import { segmentOf } from '#domain/project';
import { definitionOf } from '#domain/registry';
import type { Breach } from '#domain/rules';
import { keyOf, kindOf, projectStream, type StreamId } from '#domain/stream';
import { UnexpectedAnswer, type Decided, type HttpClient } from '../http-client';
import type { Act } from './act';

/** Who speaks for an act: the person of that post, or the record keeper in their name. */
export interface Voice {
  give(act: Act, sending: { key: string; readRevision?: number; occurredAt: string }): Promise<Decided>;
  /** sees every project of the stories */
  reader: HttpClient;
}

export class StoryRefused extends Error {
  constructor(
    readonly act: Act,
    readonly breaches: readonly Breach[],
  ) {
    const words = breaches.map(({ rule, need, found, field }) => `${rule}（${field ?? ''}）须 ${need}，现 ${found}`);
    super(`${act.stream} ${act.type}（${act.by}，${act.on}）没有办成：${words.join('；')}`);
    this.name = 'StoryRefused';
  }
}

const heardWithinMs = 60_000;

interface Effect {
  segmentId: string;
  period: string;
  settled: boolean;
}

/**
 * Tells a story act by act through the API. The key of an act is its place in the story, so that a story told again after an
 * interruption goes on where it stopped.
 */
export class Teller {
  private readonly told = new Map<string, number>();
  private readonly done = new Map<StreamId, Promise<ReadonlySet<string>>>();
  private readonly revisions = new Map<StreamId, number>();
  private readonly effects = new Map<StreamId, Effect[]>();

  /** @param prefix of the keys */
  constructor(
    private readonly voice: Voice,
    private readonly prefix: string,
    private readonly instantOf: (act: Act) => string,
  ) {}

  /** The keys that the acts of a story will have. */
  static keysOf(prefix: string, acts: readonly Act[]): { act: Act; key: string }[] {
    const counted = new Map<string, number>();
    return acts.map((act) => ({ act, key: nextKey(counted, prefix, act) }));
  }

  /** @throws StoryRefused where an act is refused that should not be, or the other way round */
  async tell(act: Act): Promise<void> {
    const key = nextKey(this.told, this.prefix, act);
    if (kindOf(act.stream) === 'project') await this.hearEffects(act.stream);
    const known = (await this.doneIn(act.stream)).has(key);
    if (!known) await this.give(act, key);
    this.expectEffects(act);
  }

  /** Tries an act that its gate is to refuse. @returns the rules that stand in the way */
  async attempt(act: Act, key: string): Promise<readonly Breach[]> {
    if (kindOf(act.stream) === 'project') await this.hearEffects(act.stream);
    const decided = await this.send(act, key);
    return decided.status === 'refused' ? (decided.problem.breaches ?? []) : [];
  }

  private async give(act: Act, key: string): Promise<void> {
    const decided = await this.send(act, key);
    if (decided.status === 'recorded') {
      if (act.refusedBy) throw new Error(`${act.type} 本应被 ${act.refusedBy} 挡下，却办成了`);
      return;
    }
    const breaches = decided.problem.breaches ?? [];
    if (act.refusedBy && breaches.some(({ rule }) => rule === act.refusedBy)) return;
    if (act.orDone && breaches.every(({ rule }) => rule === 'P-ONCE')) return;
    throw new StoryRefused(act, breaches);
  }

  private async send(act: Act, key: string): Promise<Decided> {
    const { restsOnRevision } = definitionOf(act.type);
    const occurredAt = this.instantOf(act);
    for (let attempt = 0; ; attempt += 1) {
      const readRevision = restsOnRevision ? await this.revisionOf(act.stream) : undefined;
      const decided = await this.voice.give(act, {
        key: attempt === 0 ? key : `${key}.${attempt}`,
        occurredAt,
        ...(readRevision !== undefined && { readRevision }),
      });
      if (decided.status === 'recorded') this.note(act.stream, decided);
      // Something was recorded between the look and the act: look again, as a person would.
      const stale = decided.status === 'refused' && decided.problem.breaches?.some(({ rule }) => rule === 'P-STALE');
      if (!stale || attempt === 3) return decided;
      this.revisions.delete(act.stream);
    }
  }

  private note(stream: StreamId, { revision }: CommandAccepted): void {
    this.revisions.set(stream, revision);
  }

  private async revisionOf(stream: StreamId): Promise<number> {
    const known = this.revisions.get(stream);
    if (known !== undefined) return known;
    const { revision } = await this.page(stream);
    this.revisions.set(stream, revision);
    return revision;
  }

  private page(stream: StreamId): Promise<ProjectPage> {
    return this.voice.reader.read<ProjectPage>(`/api/projects/${keyOf(stream)}`);
  }

  private expectEffects({ stream, type }: Act): void {
    if (type !== 'openPeriod' && type !== 'settlePeriod') return;
    const [projectId = '', segmentId = '', period = ''] = keyOf(stream).split('/');
    const project = projectStream(projectId);
    const effect = { segmentId, period, settled: type === 'settlePeriod' };
    this.effects.set(project, [...(this.effects.get(project) ?? []), effect]);
  }

  /** What a pay period tells its project comes by the relay: the project's next act waits for it. */
  private async hearEffects(stream: StreamId): Promise<void> {
    const expected = this.effects.get(stream);
    if (!expected) return;
    const giveUpAt = Date.now() + heardWithinMs;
    for (;;) {
      const { project, revision } = await this.page(stream);
      const missing = expected.filter(
        ({ segmentId, period, settled }) =>
          !segmentOf(project, segmentId)?.wages.periods.some(
            (paid) => paid.period === period && (!settled || paid.status === 'settled'),
          ),
      );
      if (missing.length === 0) {
        this.effects.delete(stream);
        this.revisions.set(stream, revision);
        return;
      }
      if (Date.now() > giveUpAt) throw new Error(`${stream} 未收到报酬发放期的结果：${JSON.stringify(missing)}`);
      await rest(100);
    }
  }

  private doneIn(stream: StreamId): Promise<ReadonlySet<string>> {
    const known = this.done.get(stream) ?? keysDone(this.voice.reader, stream);
    this.done.set(stream, known);
    return known;
  }
}

/** The keys of all that was recorded or refused in a stream so far. */
export async function keysDone(reader: HttpClient, stream: StreamId): Promise<ReadonlySet<string>> {
  try {
    const { events, refusals } = await reader.read<History>(`/api/streams/${stream}/events`);
    return new Set([...events, ...refusals].map(({ commandId }) => commandId));
  } catch (error) {
    if (error instanceof UnexpectedAnswer && error.status === 404) return new Set();
    throw error;
  }
}

function nextKey(counted: Map<string, number>, prefix: string, { stream, type }: Act): string {
  const place = `${stream} ${type}`;
  const n = (counted.get(place) ?? 0) + 1;
  counted.set(place, n);
  return `${prefix}.${type}.${n}`;
}
