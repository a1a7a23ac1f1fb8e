import { setTimeout as rest } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { CommandAccepted } from '#contracts/http/commands';
import type { DocumentPage } from '#contracts/http/documents';
import type { History } from '#contracts/http/history';
import type { PlanPage } from '#contracts/http/plans';
import type { ProjectPage } from '#contracts/http/projects';
import type { PeriodPage } from '#contracts/http/wages';
import { monthOf } from '#domain/calendar';
import { segmentOf } from '#domain/project';
import { definitionOf, isCountersigned } from '#domain/registry';
import type { Breach } from '#domain/rules';
import type { Matter } from '#domain/signoff/matter';
import { keyOf, kindOf, projectStream, type StreamId } from '#domain/stream';
import { type CommandInput, type Decided, type HttpClient, UnexpectedAnswer } from '../http-client';
import type { Act } from './act';
import { bodies } from './bodies';
import { entering } from './listing';
import { Signing, type Led } from './signing';
import { bodyOf } from './story';
import { StoryRefused, type Voice } from './voice';

const heardWithinMs = 60_000;

/** What a project is to hear of a pay period: that it began, with its first attendance, or that it is settled. */
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
  private readonly done = new Map<StreamId, Promise<Done>>();
  private readonly revisions = new Map<StreamId, number>();
  private readonly effects = new Map<StreamId, Effect[]>();
  private readonly signing: Signing;

  /** @param prefix of the keys */
  constructor(
    private readonly voice: Voice,
    private readonly prefix: string,
    private readonly instantOf: (act: Act) => string,
  ) {
    this.signing = new Signing(voice);
  }

  /** @throws StoryRefused where an act is refused that should not be, or the other way round */
  async tell(act: Act): Promise<void> {
    const place = nextPlace(this.told, act);
    const key = `${this.prefix}.${place}`;
    await this.hear(act);
    if (!(await this.isTold(act, place))) {
      if (this.isListedToday(act)) await this.enter(act, place);
      else if (comesOfMatter(act)) await this.countersign(act, place);
      else await this.give(act, key);
    }
    this.expectEffects(act);
  }

  /** Whether a story was told to its end before. */
  async hasTold(acts: readonly Act[]): Promise<boolean> {
    const last = placed(acts).at(-1);
    return last !== undefined && this.isTold(last.act, last.place);
  }

  private async isTold(act: Act, place: string): Promise<boolean> {
    if (this.isListedToday(act)) return (await this.page(act.stream)).stage !== 'planning';
    if (isDone(act, `${this.prefix}.${place}`, await this.doneIn(act.stream))) return true;
    if (!comesOfMatter(act)) return false;
    const matter = matterOf(act.stream, place);
    if (act.refusedBy) return (await doneIn(this.voice.reader, matter)).refused.size > 0;
    return (await this.signing.read(matter))?.status === 'agreed';
  }

  /** An act that an office countersigns comes of its matter's agreed end. */
  private async countersign(act: Act, place: string): Promise<void> {
    const readRevision = await this.revisionOf(act.stream);
    const led = { act, matter: matterOf(act.stream, place), readRevision, occurredAt: this.instantOf(act) };
    this.revisions.delete(act.stream);
    if (!act.refusedBy) await this.signing.lead(led);
    else asWanted(act, await brokenBy(this.signing.lead(led)));
  }

  /** Papers say of a project that it was listed; today it is entered on the list, and hears of that. */
  private isListedToday(act: Act): boolean {
    return act.type === 'listProject' && this.instantOf(act) === '';
  }

  private async enter(act: Act, place: string): Promise<void> {
    const matter = matterOf(act.stream, place);
    await this.signing.lead({ ...(await entering(this.voice.reader, act)), matter, occurredAt: '' });
    this.revisions.delete(act.stream);
    await until(`${act.stream} 未收到列入清单`, async () => (await this.page(act.stream)).stage !== 'planning');
  }

  /** A countersigned act whose matter is left on its way. @returns the matter as it stands there */
  async leave(act: Act, until: NonNullable<Led['until']>): Promise<{ stream: StreamId; matter: Matter }> {
    const stream = matterOf(act.stream, `${act.type}.open`);
    const readRevision = await this.revisionOf(act.stream);
    const led = { act, matter: stream, readRevision, occurredAt: this.instantOf(act), until };
    return { stream, matter: await this.signing.lead(led) };
  }

  /** Tries an act that its gate is to refuse. @returns the rules that stand in the way */
  async attempt(act: Act, key: string): Promise<readonly Breach[]> {
    await this.hear(act);
    const decided = await this.send(act, key);
    return decided.status === 'refused' ? (decided.problem.breaches ?? []) : [];
  }

  /** Starts a matter whose act its subject is to refuse. @returns the rules that stand in the way */
  async attemptMatter(act: Act, id: string): Promise<readonly Breach[]> {
    const readRevision = await this.revisionOf(act.stream);
    const led = { act, matter: matterOf(act.stream, id), readRevision, occurredAt: this.instantOf(act) };
    return (await brokenBy(this.signing.lead({ ...led, until: () => true }))) ?? [];
  }

  /** Waits until every project has heard of its pay. */
  async heard(): Promise<void> {
    for (const [project, expected] of this.effects) await this.hearOf(project, expected);
  }

  private async give(act: Act, key: string): Promise<void> {
    const decided = await this.send(act, key);
    asWanted(act, decided.status === 'recorded' ? undefined : (decided.problem.breaches ?? []));
  }

  private async send(act: Act, key: string): Promise<Decided> {
    const { restsOnRevision } = definitionOf(act.type);
    const occurredAt = this.instantOf(act);
    for (let attempt = 0; ; attempt += 1) {
      const readRevision = restsOnRevision ? await this.revisionOf(act.stream) : undefined;
      const decided = await this.voice.give(act, {
        key: tryKey(key, attempt),
        occurredAt,
        ...(readRevision !== undefined && { readRevision }),
      });
      if (decided.status === 'recorded') this.note(act.stream, decided);
      // Something was recorded between the look and the act: look again, as a person would.
      const stale = decided.status === 'refused' && decided.problem.breaches?.some(({ rule }) => rule === 'P-STALE');
      if (!stale || attempt + 1 === tries) return decided;
      this.revisions.delete(act.stream);
    }
  }

  private note(stream: StreamId, { revision }: CommandAccepted): void {
    this.revisions.set(stream, revision);
  }

  private async revisionOf(stream: StreamId): Promise<number> {
    const known = this.revisions.get(stream);
    if (known !== undefined) return known;
    const { revision } = await this.revised(stream);
    this.revisions.set(stream, revision);
    return revision;
  }

  private revised(stream: StreamId): Promise<{ revision: number }> {
    const kind = kindOf(stream);
    if (kind === 'wages') return this.voice.reader.read<PeriodPage>(`/api/${stream}`);
    return kind === 'plan' ? this.voice.reader.read<PlanPage>(`/api/plans/${keyOf(stream)}`) : this.page(stream);
  }

  private page(stream: StreamId): Promise<ProjectPage> {
    return this.voice.reader.read<ProjectPage>(`/api/projects/${keyOf(stream)}`);
  }

  private expectEffects({ stream, type, data, refusedBy }: Act): void {
    if (type === 'recordAttendance' && refusedBy === undefined) {
      const { segmentId, on } = data as CommandInput<'recordAttendance'>;
      this.expect(stream, { segmentId, period: monthOf(on), settled: false });
    }
    if (type === 'settlePeriod') {
      const { projectId, segmentId, period } = placeOf(stream);
      this.expect(projectStream(projectId), { segmentId, period, settled: true });
    }
  }

  private expect(project: StreamId, effect: Effect): void {
    const expected = this.effects.get(project) ?? [];
    if (!expected.some((one) => isDeepStrictEqual(one, effect))) this.effects.set(project, [...expected, effect]);
  }

  /**
   * Effects come by the relay: a project's next act waits until it knows what is settled, one that rests on what was read until
   * all have come; a period's first act waits until it is open, a document's seal until it has its number.
   */
  private async hear({ stream, type }: Act): Promise<void> {
    if (type === 'sealDocument') await this.numbered(stream);
    const { restsOnRevision = false } = definitionOf(type);
    const wages = kindOf(stream) === 'wages' ? placeOf(stream) : undefined;
    const project = wages ? projectStream(wages.projectId) : stream;
    const due = (this.effects.get(project) ?? []).filter(({ segmentId, period, settled }) =>
      wages ? !settled && segmentId === wages.segmentId && period === wages.period : settled || restsOnRevision,
    );
    if (due.length > 0) await this.hearOf(project, due);
  }

  private numbered(document: StreamId): Promise<void> {
    return until(`${document} 未收到文号`, async () => {
      const { state } = await this.voice.reader.read<DocumentPage>(`/api/documents/${keyOf(document)}`);
      return state.status !== 'draft';
    });
  }

  private async hearOf(stream: StreamId, due: readonly Effect[]): Promise<void> {
    await until(`${stream} 未收到报酬发放期的结果：${JSON.stringify(due)}`, async () => {
      const { project, revision } = await this.page(stream);
      const missing = due.filter(
        ({ segmentId, period, settled }) =>
          !segmentOf(project, segmentId)?.wages.periods.some(
            (paid) => paid.period === period && (!settled || paid.status === 'settled'),
          ),
      );
      if (missing.length > 0) return false;
      const others = (this.effects.get(stream) ?? []).filter((effect) => !due.includes(effect));
      this.effects.set(stream, others);
      this.revisions.set(stream, revision);
      return true;
    });
  }

  private doneIn(stream: StreamId): Promise<Done> {
    const known = this.done.get(stream) ?? doneIn(this.voice.reader, stream);
    this.done.set(stream, known);
    return known;
  }
}

/** Looks until it holds. @throws Error with these words where it does not in time */
async function until(otherwise: string, holds: () => Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + heardWithinMs;
  while (!(await holds())) {
    if (Date.now() > giveUpAt) throw new Error(otherwise);
    await rest(100);
  }
}

/** @returns the rules that a matter's act was refused by; nothing where it was not refused */
const brokenBy = (led: Promise<unknown>): Promise<readonly Breach[] | undefined> =>
  led.then(
    () => undefined,
    (error: unknown) => (error instanceof StoryRefused ? error.breaches : Promise.reject(error)),
  );

/** Done, or refused where the story wants a refusal. @throws StoryRefused, or Error where it was not refused */
function asWanted(act: Act, refused: readonly Breach[] | undefined): void {
  if (refused === undefined) {
    if (act.refusedBy) throw new Error(`${act.type} 本应被 ${act.refusedBy} 挡下，却办成了`);
    return;
  }
  if (act.refusedBy === undefined || !refused.some(({ rule }) => rule === act.refusedBy))
    throw new StoryRefused(act, refused);
}

function placeOf(stream: StreamId): { projectId: string; segmentId: string; period: string } {
  const [projectId = '', segmentId = '', period = ''] = keyOf(stream).split('/');
  return { projectId, segmentId, period };
}

/** Keys of a stream's acts so far. */
export interface Done {
  recorded: ReadonlySet<string>;
  refused: ReadonlySet<string>;
}

export async function doneIn(reader: HttpClient, stream: StreamId): Promise<Done> {
  try {
    const { events, refusals } = await reader.read<History>(`/api/streams/${stream}/events`);
    return {
      recorded: new Set(events.map(({ commandId }) => commandId)),
      refused: new Set(refusals.map(({ commandId }) => commandId)),
    };
  } catch (error) {
    if (error instanceof UnexpectedAnswer && error.status === 404) return { recorded: new Set(), refused: new Set() };
    throw error;
  }
}

/** Whether an act was done under its key, or under a later try's; one that is to be refused, whether it was. */
export const isDone = ({ refusedBy }: Act, key: string, { recorded, refused }: Done): boolean =>
  refusedBy === undefined
    ? Array.from({ length: tries }, (_, attempt) => tryKey(key, attempt)).some((one) => recorded.has(one))
    : refused.has(key);

const tries = 4;
const tryKey = (key: string, attempt: number): string => (attempt === 0 ? key : `${key}.${attempt}`);

export const comesOfMatter = ({ type, by }: Act): boolean =>
  isCountersigned(type, bodies.find(({ id }) => id === bodyOf(by))?.kind ?? null);

/** The acts of a story, each with its place among those of its kind. */
export function placed(acts: readonly Act[]): { act: Act; place: string }[] {
  const counted = new Map<string, number>();
  return acts.map((act) => ({ act, place: nextPlace(counted, act) }));
}

/** The place of an act among those of its stream, e.g. `issueFundAllocation.2`. */
function nextPlace(counted: Map<string, number>, { stream, type }: Act): string {
  const n = (counted.get(`${stream} ${type}`) ?? 0) + 1;
  counted.set(`${stream} ${type}`, n);
  return `${type}.${n}`;
}

/** The matter that an act of a story comes of. */
export const matterOf = (stream: StreamId, place: string): StreamId =>
  `signoff/${keyOf(stream).replaceAll('/', '.')}.${place}`;
