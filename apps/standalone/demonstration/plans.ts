import { createHash } from 'node:crypto';
import { addDays, type CivilDate, yearOf } from '#domain/calendar';
import { planStream, type StreamId } from '#domain/stream';
import type { CommandInput } from '../http-client';
import { act, inOrder, type Act } from './act';
import { district } from './bodies';
import { pooledProjects } from './pool';
import { demonstrationProjects } from './projects';
import { storyOf } from './stories';
import { bodyOf } from './story';

type Entry = CommandInput<'draftEntry'>['entry'];

const lead = 'ys-drc/approver';
const other = 'ys-ara/approver';
const aims: CommandInput<'drawUpPlan'>['aims'] = ['steadyIncome', 'skills'];
const parentMeasure =
  '扩大以工代赈实施范围和规模，农业农村基础设施项目优先采取以工代赈方式，优先吸纳本地农村劳动力就近务工。';
const place = '区政府网站；杏坡镇、榆岭镇、松泉乡政务公开栏';

/** The year whose plan is on its way to the district government; the one before it has its plan approved. */
export const nextYearOf = (anchor: CivilDate): number => yearOf(addDays(anchor, -45)) + 1;

interface Planned {
  readonly entry: Entry;
  readonly proposedOn: CivilDate;
  readonly listedOn: CivilDate;
}

/** What the lists say of the projects of the stories; one that is closed by now is no longer chosen, and stands there as described. */
const planned = (anchor: CivilDate): readonly Planned[] =>
  demonstrationProjects.map((project, index) => {
    const { dates, proposal, cast } = storyOf(project, index, anchor, []).story;
    const { id, segments, plannedPosts, extra } = project;
    const content = `${segments.map(({ name }) => name).join('、')}采用以工代赈，计划用工 ${plannedPosts} 人`;
    const { name, townships, suitability, suitabilityReasons, poolId } = proposal;
    const { proposedOn, listedOn, closedOn } = dates;
    const described: Entry = {
      origin: 'candidate',
      name,
      standing: 'active',
      content,
      townships,
      proposedBy: bodyOf(cast.proposer),
      proposedOn,
      suitability,
      suitabilityReasons: suitabilityReasons ?? {},
      poolId: poolId ?? null,
    };
    const closed = closedOn < anchor && extra !== 'upkeep';
    return { entry: closed ? described : entryOf({ id, content }), proposedOn, listedOn };
  });

const entryOf = (
  { id, content }: { id: string; content: string },
  standing: 'active' | 'reserve' = 'active',
): Entry => ({
  origin: 'project',
  project: id,
  standing,
  content,
});

/** Wishes of townships that are no projects yet. */
const candidate = (
  [name, township, content]: readonly [name: string, township: string, content: string],
  proposedOn: CivilDate,
  [smallInvestment, lowTechnicalBarrier, simpleEarlyWork, lowSkillNeed, jobDemand, localFit]: readonly number[],
  reason: string,
): Entry => ({
  origin: 'candidate',
  name,
  standing: 'reserve',
  content,
  townships: [township],
  proposedBy: township,
  proposedOn,
  suitability: {
    smallInvestment: smallInvestment!,
    lowTechnicalBarrier: lowTechnicalBarrier!,
    simpleEarlyWork: simpleEarlyWork!,
    lowSkillNeed: lowSkillNeed!,
    jobDemand: jobDemand!,
    localFit: localFit!,
  },
  suitabilityReasons: { jobDemand: reason },
  poolId: `YS-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`,
});

const wishes = {
  hedge: ['演示·杏坡镇村口绿化整治', 'ys-xingpo', '清理、栽植和围栏安装采用以工代赈'],
  drain: ['演示·榆岭村排水边沟', 'ys-yuling', '边沟开挖、衬砌 1.6 公里采用以工代赈'],
  shed: ['演示·松泉乡晾晒场硬化', 'ys-songquan', '场地平整、硬化 2200 平方米采用以工代赈'],
  bridge: ['演示·杏坡村便民桥维修', 'ys-xingpo', '护栏、桥面修补采用以工代赈'],
} as const;

const evidence = (what: string): string => `sha256:${createHash('sha256').update(what).digest('hex')}`;

/** From the drawing board to the office of the district government. */
function drawnUp(
  stream: StreamId,
  { begun, posted, closed, submitted }: Readonly<Record<'begun' | 'posted' | 'closed' | 'submitted', CivilDate>>,
  entries: readonly Entry[],
  objections: readonly { on: CivilDate; source: 'villager' | 'village'; text: string; answer: string }[],
): Act[] {
  return [
    act(stream, 'drawUpPlan', lead, begun, { aims, parentMeasure }),
    ...entries.map((entry) => act(stream, 'draftEntry', lead, begun, { entry }, { time: '10:00' })),
    act(stream, 'postPlan', lead, posted, { place, evidence: [evidence(`${stream}/posted`)] }),
    ...objections.flatMap(({ on, source, text, answer }, index) => [
      act(stream, 'recordPlanObjection', other, on, { on, source, text }, { time: '10:00' }),
      act(
        stream,
        'answerPlanObjection',
        other,
        addDays(on, 2),
        { objection: `o${index + 1}`, verdict: 'rejected', text: answer },
        { time: '15:00' },
      ),
    ]),
    act(stream, 'closePlanPosting', lead, closed, { evidence: [evidence(`${stream}/closed`)] }),
    act(stream, 'submitPlan', lead, submitted, {}),
  ];
}

/** A plan of a year gone by, or running: drawn up the winter before, approved in January, changed until the day of loading. */
function approvedPlan(year: number, anchor: CivilDate): Act[] {
  const stream = planStream(district, year);
  const posted = `${year - 1}-12-08`;
  const approvedOn = `${year}-01-15`;
  const projects = planned(anchor).filter(({ listedOn }) => Number(listedOn.slice(0, 4)) === year && listedOn < anchor);
  const first = projects.filter(({ proposedOn }) => proposedOn < posted);
  const later = projects.filter((project) => !first.includes(project));
  const wishedOn = `${year - 1}-11-20`;
  const wished = [
    candidate(wishes.drain, wishedOn, [92, 84, 88, 86, 81, 80], '村内待业劳动力 37 人'),
    candidate(wishes.shed, wishedOn, [95, 90, 92, 90, 66, 74], '秋收前后用工，愿意务工 25 人'),
    candidate(wishes.bridge, wishedOn, [90, 58, 70, 62, 60, 78], '可用工环节有限，愿意务工 16 人'),
  ];
  const changing = { approvedOn, until: [`${year}-12-20`, addDays(anchor, -8)].toSorted()[0]! };
  return inOrder([
    ...drawnUp(
      stream,
      { begun: `${year - 1}-12-05`, posted, closed: `${year - 1}-12-22`, submitted: `${year - 1}-12-23` },
      [...wished, ...first.map(({ entry }) => entry)],
      [
        {
          on: `${year - 1}-12-10`,
          source: 'village',
          text: '希望把村东排水沟一并列入。',
          answer: '该沟已列入排水边沟项目范围，不再单列。',
        },
      ],
    ),
    act(stream, 'approvePlan', lead, approvedOn, {}),
    ...changesOf(stream, wished, changing),
    ...later.map((project) =>
      act(stream, 'addEntry', lead, [project.listedOn, addDays(approvedOn, 5)].toSorted()[1]!, {
        entry: project.entry,
        reason: '年中谋划成熟，可行性已说明，补充列入当年实施。',
      }),
    ),
  ]);
}

/** One of each kind, spread over the year: e1 grows, e2 rests a while, e3 is given up. @rule R-PLAN-05 */
function changesOf(
  stream: StreamId,
  [grown]: readonly Entry[],
  { approvedOn, until }: { approvedOn: CivilDate; until: CivilDate },
): Act[] {
  const days = Math.floor((Date.parse(until) - Date.parse(approvedOn)) / 86_400_000);
  const at = (share: number): CivilDate => addDays(approvedOn, Math.max(2, Math.floor(days * share)));
  const by = { time: '11:00' };
  const bigger = { ...grown!, content: '边沟开挖、衬砌 2.1 公里采用以工代赈' };
  return [
    act(
      stream,
      'changeEntry',
      lead,
      at(0.2),
      { entryId: 'e1', entry: bigger, reason: '汛后补充 0.5 公里水毁段。' },
      by,
    ),
    act(stream, 'pauseEntry', lead, at(0.4), { entryId: 'e2', reason: '场地权属有争议，待村里议定。' }, by),
    act(stream, 'resumeEntry', lead, at(0.6), { entryId: 'e2', reason: '村民代表会议已议定，恢复实施准备。' }, by),
    act(stream, 'removeEntry', lead, at(0.8), { entryId: 'e3', reason: '可用工环节过少，不宜采用以工代赈。' }, by),
  ];
}

/** Posted, its objections answered, sent to the district government some days ago. */
function nextPlan(anchor: CivilDate): Act[] {
  const ago = (days: number): CivilDate => addDays(anchor, -days);
  const waiting = planned(anchor).filter(({ listedOn, proposedOn }) => listedOn >= anchor && proposedOn < ago(44));
  const pooled = pooledProjects.slice(0, 4).map(({ id, segment }) => ({ id, content: `${segment}采用以工代赈` }));
  return drawnUp(
    planStream(district, nextYearOf(anchor)),
    { begun: ago(44), posted: ago(40), closed: ago(22), submitted: ago(20) },
    [
      ...waiting.map(({ entry }) => entry),
      ...pooled.map((project, index) => entryOf(project, index < 2 ? 'active' : 'reserve')),
      candidate(wishes.hedge, ago(50), [94, 88, 90, 92, 72, 76], '留守妇女愿意就近务工 31 人'),
    ],
    [
      {
        on: ago(38),
        source: 'villager',
        text: '护坡和村道能不能同时开工，好让在家的人都有活干。',
        answer: '两项均列入当年实施，开工时间按汛期和农时错开，岗位分批公布。',
      },
      {
        on: ago(36),
        source: 'village',
        text: '建议增加本村到产业园的道路。',
        answer: '该路段属县道改造范围，由交通部门另行立项，不重复列入。',
      },
    ],
  );
}

/** A year's plan as an office has it on paper: drawn up, posted and approved in the five weeks from a day on. */
export function planFromPapers(begun: CivilDate): Act[] {
  const stream = planStream(district, yearOf(addDays(begun, 60)));
  const after = (days: number): CivilDate => addDays(begun, days);
  const days = { begun, posted: after(2), closed: after(24), submitted: after(25) };
  const wished = candidate(wishes.drain, begun, [92, 84, 88, 86, 81, 80], '村内待业劳动力 37 人');
  return [...drawnUp(stream, days, [wished], []), act(stream, 'approvePlan', lead, after(35), {})];
}

/** Every plan's acts, in order. @param anchor the day they are told back from */
export function planActs(anchor: CivilDate): readonly (readonly Act[])[] {
  const next = nextYearOf(anchor);
  return [approvedPlan(next - 2, anchor), approvedPlan(next - 1, anchor), nextPlan(anchor)].map((acts) =>
    acts.filter(({ on }) => on < anchor),
  );
}
