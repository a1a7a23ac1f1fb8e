import type { HttpClient } from '../http-client';
import { LiveVoice } from '../life/live-voice';
import type { Act } from './act';
import { foundDistrict, logIn, registerWorker } from './district';
import { instantsOf, KeeperVoice } from './keeper-voice';
import { deputyActs, openMatters } from './open-matters';
import { planActs } from './plans';
import { poolActs } from './pool';
import type { DemonstrationProject } from './project';
import { demonstrationProjects } from './projects';
import { storyOf, type ToldStory } from './stories';
import { Teller } from './teller';
import { actsOf, type Outsider } from './told-acts';
import type { Voice } from './voice';

const prefix = 'story';
/** Stories told at the same time: each has streams of its own. */
const together = 4;
/** The one who is sent to work untrained, and the one who stands on two sites. */
const untrainedNo = 270;
const twoSitesPlace = 2;

interface LoadOptions {
  address: string;
  /** the district alone, or its projects too */
  projects: boolean;
  say: (line: string) => void;
  stopping: AbortSignal;
}

/**
 * Loads the demonstration district through the API; what is there already is passed over, so that an interrupted loading goes on.
 * @throws StoryRefused or UnexpectedAnswer when the system does not take the stories
 */
export async function loadDemonstration({ address, projects, say, stopping }: LoadOptions): Promise<void> {
  say('载入演示区：机构、岗位和账号');
  const { anchor } = await foundDistrict(address);
  if (!projects || stopping.aborted) return;
  const [keeper, registrar] = await Promise.all([logIn(address, 'keeper'), logIn(address, 'hrss')]);
  const loading = new Loading(keeper, await LiveVoice.at(address), registrar, anchor, stopping);
  await loading.all(say);
  if (!stopping.aborted && loading.told > 0) for (const line of faultLines()) say(line);
}

const faultLines = (): string[] =>
  demonstrationProjects.flatMap(({ name, faults = [] }) =>
    faults.map(({ rule, what }) => `演示区有意留下的问题：${rule} ${name}——${what}`),
  );

class Loading {
  /** stories told in this run, those that were there already left out */
  told = 0;
  private readonly stories = new Map<string, Promise<void>>();

  constructor(
    private readonly keeper: HttpClient,
    private readonly live: Voice,
    private readonly registrar: HttpClient,
    private readonly anchor: string,
    private readonly stopping: AbortSignal,
  ) {}

  async all(say: (line: string) => void): Promise<void> {
    const total = demonstrationProjects.length;
    let finished = 0;
    const waiting = [...demonstrationProjects];
    const line = async (): Promise<void> => {
      for (let next = waiting.shift(); next && !this.stopping.aborted; next = waiting.shift()) {
        await this.one(next);
        finished += 1;
        if (this.told > 0) say(`载入演示区：${finished}/${total} 个项目`);
      }
    };
    await Promise.all(Array.from({ length: together }, line));
    await this.plansAndMatters(say);
  }

  /**
   * What the district plans, and what its offices have before them: of projects that are there by now. The deputy comes last: once
   * that is told, people have these matters in hand.
   */
  private async plansAndMatters(say: (line: string) => void): Promise<void> {
    const deputy = deputyActs(this.anchor);
    const live = new Teller(this.live, prefix, () => '');
    if (await live.hasTold(deputy)) return;
    say('载入演示区：储备库和年度计划');
    await Promise.all(poolActs(this.anchor).map((acts) => this.tellAll(acts)));
    await Promise.all(planActs(this.anchor).map((acts) => this.tellAll(acts)));
    say('载入演示区：在办事项');
    for (const { act, before = [], until, around } of openMatters(this.anchor)) {
      if (this.stopping.aborted) return;
      await this.tellAll(before);
      const { stream, matter } = await this.tellerOf([act]).leave(act, until);
      await this.tellAll(around?.(stream, matter) ?? []);
    }
    for (const act of deputy) await live.tell(act);
  }

  /** Acts told before are passed over. */
  private async tellAll(acts: readonly Act[]): Promise<void> {
    const teller = this.tellerOf(acts);
    if (await teller.hasTold(acts)) return;
    for (const act of acts) {
      if (this.stopping.aborted) return;
      await teller.tell(act);
    }
  }

  private one(project: DemonstrationProject): Promise<void> {
    const known = this.stories.get(project.id) ?? this.tell(project);
    this.stories.set(project.id, known);
    return known;
  }

  private async tell(project: DemonstrationProject): Promise<void> {
    if (await this.isTold(project)) return;
    this.told += 1;
    const other = demonstrationProjects.find(({ id }) => id === project.after);
    if (other) await this.one(other);
    const acts = await this.actsFor(project, (no) => registerWorker(this.registrar, no));
    const teller = this.tellerOf(acts);
    for (const act of acts) {
      if (this.stopping.aborted) return;
      await teller.tell(act);
    }
    await teller.heard();
  }

  private tellerOf(acts: readonly Act[]): Teller {
    const instants = instantsOf(acts);
    return new Teller(new KeeperVoice(this.keeper), prefix, (act) => instants.get(act)!);
  }

  /** Told to its end: the key of its last act is on record. */
  private async isTold(project: DemonstrationProject): Promise<boolean> {
    const nobody = '00000000-0000-4000-8000-000000000000';
    const acts = await this.actsFor(project, () => Promise.resolve(nobody));
    return this.tellerOf(acts).hasTold(acts);
  }

  private async actsFor(project: DemonstrationProject, refOf: (no: number) => Promise<string>): Promise<Act[]> {
    const told = await this.storyFor(project, refOf);
    const outsider = await this.outsiderFor(project, refOf);
    return actsOf(
      project,
      outsider && project.extra === 'twoSites' ? enrolled(told, outsider) : told,
      this.anchor,
      outsider,
    );
  }

  private async storyFor(project: DemonstrationProject, refOf: (no: number) => Promise<string>): Promise<ToldStory> {
    const [first, last] = project.workers;
    const personRefs: string[] = [];
    for (let no = first; no <= last; no += 1) personRefs.push(await refOf(no));
    return storyOf(project, demonstrationProjects.indexOf(project), this.anchor, personRefs);
  }

  private async outsiderFor(
    { extra, after }: DemonstrationProject,
    refOf: (no: number) => Promise<string>,
  ): Promise<Outsider | undefined> {
    if (extra === 'untrained') return { personRef: await refOf(untrainedNo), elsewhere: [] };
    const other = extra === 'twoSites' && demonstrationProjects.find(({ id }) => id === after);
    if (!other) return undefined;
    const { story } = await this.storyFor(other, refOf);
    const [segment] = story.segments;
    const personRef = segment!.workers[twoSitesPlace]!.personRef;
    return { personRef, elsewhere: segment!.days.filter(({ on }) => on < this.anchor).map(({ on }) => on) };
  }
}

/** The outsider stands on the roster here as well, with an agreement and trained: only the day is taken. */
const enrolled = ({ story, pay }: ToldStory, { personRef }: Outsider): ToldStory => ({
  pay,
  story: {
    ...story,
    segments: story.segments.map((segment) => ({
      ...segment,
      workers: [...segment.workers, { personRef, postId: 'p1' }],
    })),
  },
});
