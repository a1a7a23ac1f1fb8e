import { civilDateOf } from '#domain/calendar';
import { stages, type Stage } from '#domain/lifecycle';
import { foundDistrict, logIn, surveyBy } from '../demonstration/district';
import { haveList } from './have-list';
import { wholeLife } from '../demonstration/stages/life';
import type { StagePart } from '../demonstration/act';
import { comesOfMatter, Teller } from '../demonstration/teller';
import type { Story } from '../demonstration/story';
import { compare, type Compared } from './compare';
import { firstInVain, withMatters } from './countersigned';
import { LiveVoice } from './live-voice';
import { threeStories } from './stories';
import { hireWorkers } from './worker-accounts';

export interface LifeResult {
  projects: number;
  stages: number;
  events: number;
  refusals: number;
  mismatches: number;
}

const segmentsInAll = 4;

/**
 * Drives three projects from proposal to closed as their people would, today; at each gate first in vain.
 * @param now the instant the run begins
 * @throws when an act is refused that should not be, or a gate lets through what it should hold
 */
export async function live(address: string, now: Date, say: (line: string) => void): Promise<LifeResult> {
  const today = civilDateOf(now.toISOString());
  const serial = Math.floor(now.getTime() / 1000) % 10_000_000;
  const { administrator, anchor } = await foundDistrict(address);
  const workers = await hireWorkers(address, administrator, serial, segmentsInAll);
  await haveList(await logIn(address, 'keeper'), today);
  const voice = await LiveVoice.at(address);
  const stories = threeStories(serial, today, surveyBy(anchor, today), workers);
  const passed = new Set<Stage>();
  for (const [place, story] of stories.entries()) {
    say(`${story.proposal.name}（${story.id}）`);
    const byPhone = Object.fromEntries(
      story.segments.map(({ id, workers: [first] }) => [
        id,
        { [today.slice(0, 7)]: { byPhone: first ? [first.personRef] : [] } },
      ]),
    );
    for (const stage of await liveOne(story, withMatters(story, wholeLife(story, byPhone), place), voice, say))
      passed.add(stage);
  }
  const compared: Compared[] = [];
  for (const { id } of stories) compared.push(await compare(voice.reader, id));
  const mismatches = compared.flatMap((one) => one.mismatches);
  for (const mismatch of mismatches) say(mismatch);
  return {
    projects: stories.length,
    stages: stages.filter((stage) => passed.has(stage)).length,
    events: compared.reduce((sum, { events }) => sum + events, 0),
    refusals: compared.reduce((sum, { refusals }) => sum + refusals, 0),
    mismatches: mismatches.length,
  };
}

async function liveOne(
  story: Story,
  parts: readonly StagePart[],
  voice: LiveVoice,
  say: (line: string) => void,
): Promise<Stage[]> {
  // Live acts happen when they are given: the instant is not theirs to say.
  const teller = new Teller(voice, story.id, () => '');
  for (const [index, { stage, acts, leave }] of parts.entries()) {
    // A project that is not yet proposed has no gate to stand before.
    const before = index === 0 ? 1 : 0;
    for (const act of acts.slice(0, before)) await teller.tell(act);
    const breaches = await teller.attempt(leave, `${story.id}.early.${index}`);
    if (breaches.length === 0) throw new Error(`${story.id}：${leave.type} 未达条件却办成了`);
    say(`  ${stage} ${leave.type} 先被挡下：${[...new Set(breaches.map(({ rule }) => rule))].join(' ')}`);
    for (const [at, act] of [...acts.slice(before), leave].entries()) {
      if (comesOfMatter(act)) await firstInVain(teller, act, `${index}.${at}`, say);
      await teller.tell(act);
    }
    say(`  ${stage} ${leave.type} 办成`);
  }
  return parts.map(({ stage }) => stage);
}
