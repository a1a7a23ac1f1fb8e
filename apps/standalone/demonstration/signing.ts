import { createHash } from 'node:crypto';
import type { DocumentPage } from '#contracts/http/documents';
import type { MatterPage } from '#contracts/http/matters';
import type { ProjectPage } from '#contracts/http/projects';
import { matterTitle, planName } from '#labels/zh/subjects';
import { visitOf, type Matter, type Seat } from '#domain/signoff/matter';
import { draftStep, stepsAfter, type Owner } from '#domain/signoff/route';
import { openSeats } from '#domain/signoff/tally';
import { keyOf, kindOf, type StreamId } from '#domain/stream';
import { UnexpectedAnswer, type CommandInput } from '../http-client';
import { act, type Act } from './act';
import { bodies } from './bodies';
import { bodyOf } from './story';
import { StoryRefused, type Voice } from './voice';

type Drafted = CommandInput<'startMatter'>['act'];

/** An act of a story that an office countersigns, and the matter that leads to it. */
export interface Led {
  readonly act: Act;
  readonly matter: StreamId;
  /** of the subject, when the matter is started */
  readonly readRevision: number;
  /** instant of the act and so of the last signature; empty for what happens now */
  readonly occurredAt: string;
  /** where the story leaves the matter; else at its end */
  readonly until?: (matter: Matter) => boolean;
}

/** One act of a matter: the seat it is given from, none at the start. */
interface Turn {
  readonly key: string;
  readonly one: Act;
  readonly step: string;
}

/** Leads a countersigned act through its matter: the drafter starts and sends it, then each who is asked agrees. */
export class Signing {
  constructor(private readonly voice: Voice) {}

  /** A matter left half-way goes on from where it stands. @throws StoryRefused where one of its acts is refused */
  async lead(led: Led): Promise<Matter> {
    for (;;) {
      const matter = await this.read(led.matter);
      if (matter && (matter.status !== 'open' || led.until?.(matter))) return matter;
      const { one, key, step } = matter
        ? turnIn(led, matter)
        : starting(led, { name: await this.named(led.act), digest: await this.digestOf(led.act) });
      const decided = await this.voice.give(one, { key, occurredAt: instantOf(led, matter, step) });
      if (decided.status === 'refused') throw new StoryRefused(one, decided.problem.breaches ?? []);
    }
  }

  /** What is signed: of what goes out as a document its text, else the act itself. */
  private async digestOf({ type, data }: Act): Promise<string> {
    const { document } = data as { document?: string };
    if (document === undefined) return digestOf({ type, data });
    const { versions } = await this.voice.reader.read<DocumentPage>(`/api/documents/${document}`);
    return versions.at(-1)!.digest;
  }

  /** What an act of a plan is about: the plan, or the entry it names; a project's matters are read beside its name. */
  private async named({ stream, data }: Act): Promise<string> {
    if (kindOf(stream) !== 'plan') return '';
    const { entry, entryId } = data as { entry?: { name?: string; project?: string }; entryId?: string };
    if (entry?.project) {
      return (await this.voice.reader.read<ProjectPage>(`/api/projects/${entry.project}`)).project.planning?.name ?? '';
    }
    return entry?.name ?? (entryId ? '' : planName(stream)!);
  }

  /** @returns nothing where it is not yet started */
  async read(stream: StreamId): Promise<Matter | undefined> {
    try {
      return (await this.voice.reader.read<MatterPage>(`/api/signoffs/${keyOf(stream)}`)).state;
    } catch (error) {
      if (error instanceof UnexpectedAnswer && error.status === 404) return undefined;
      throw error;
    }
  }
}

function starting(
  { act: countersigned, matter, readRevision }: Led,
  { name, digest }: { name: string; digest: string },
): Turn {
  const { stream, type, by, on, data } = countersigned;
  const drafted = { type, data, readRevision } as Drafted;
  const title = 'title' in data ? String(data.title) : matterTitle(drafted.type, name);
  const one = act(matter, 'startMatter', `${bodyOf(by)}/handler`, on, {
    title,
    subject: stream,
    act: drafted,
    digest,
  });
  return { key: `startMatter.${type}`, one, step: draftStep };
}

/** What the first of those who are asked does now. */
function turnIn(led: Led, matter: Matter): Turn {
  const seat = openSeats(matter)[0];
  if (!seat) throw new Error(`${led.matter} waits for nobody`);
  const { step } = visitOf(matter, seat.id)!;
  const { type, data } = dataFrom(led, matter, seat, step);
  const one = { ...led.act, stream: led.matter, type, data, by: postOf(seat.owner) };
  return { key: `${type}.${seat.id.replace('#', '-')}`, one, step };
}

function dataFrom(
  { act: { returned } }: Led,
  { round, document, act: drafted }: Matter,
  { id, kind }: Seat,
  step: string,
) {
  const seen = { seat: id, round, documentVersion: document.version };
  if (step === draftStep) {
    // What was returned comes back as a text of its own.
    const digest = round === 1 ? document.digest : digestOf({ drafted, round });
    const data: CommandInput<'submitDraft'> = { seat: id, round, digest };
    return { type: 'submitDraft' as const, data };
  }
  if (returned?.from === step && round === 1) {
    const data: CommandInput<'returnMatter'> = {
      ...seen,
      toStep: draftStep,
      onward: 'back',
      reason: returned.reason,
    };
    return { type: 'returnMatter' as const, data };
  }
  const data: CommandInput<'giveDecision'> = { ...seen, decision: kind === 'assist' ? 'opinion' : 'agree' };
  return { type: 'giveDecision' as const, data };
}

const dayMs = 24 * 3_600_000;
const betweenMs = 30 * 60_000;

/** The last step falls on the act itself; all before it on the day before, one after the other. */
function instantOf({ occurredAt }: Led, matter: Matter | undefined, step: string): string {
  const last = matter !== undefined && stepsAfter(matter.route.flow, step).length === 0;
  if (occurredAt === '' || last) return occurredAt;
  const before = matter ? matter.acts + 1 : 0;
  return new Date(Date.parse(occurredAt) - dayMs + (before + 1) * betweenMs).toISOString();
}

/** The post of the district that a route names by its kind. */
function postOf({ body, post }: Owner): string {
  const found = bodies.find(({ id }) => id === body)?.posts.find(({ kind }) => kind === post);
  if (!found) throw new Error(`no ${post} in ${body}`);
  return `${body}/${found.id}`;
}

const digestOf = (drafted: unknown): string =>
  `sha256:${createHash('sha256').update(JSON.stringify(drafted)).digest('hex')}`;
