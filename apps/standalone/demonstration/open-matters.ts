import { addDays, type CivilDate } from '#domain/calendar';
import { requirementClauseOf } from '#domain/document/requirement';
import type { Matter } from '#domain/signoff/matter';
import { openSeats } from '#domain/signoff/tally';
import { planStream, projectStream, type StreamId } from '#domain/stream';
import { holderOf } from './accounts';
import { act, type Act } from './act';
import { district } from './bodies';
import { allocationDocument, allocationDraft } from './documents';
import { nextYearOf } from './plans';

/** A matter on its way, left where somebody is asked now. */
export interface OpenMatter {
  /** what it would do; dated the day after it was started */
  readonly act: Act;
  /** what has to be there before it is started */
  readonly before?: readonly Act[];
  readonly until: (matter: Matter) => boolean;
  /** what happens around it from there */
  readonly around?: (stream: StreamId, matter: Matter) => readonly Act[];
}

const isAt =
  (step: string) =>
  ({ current }: Matter): boolean =>
    current[step] !== undefined;
const isAgreedBy =
  (body: string) =>
  (matter: Matter): boolean =>
    isAt('leads')(matter) && !openSeats(matter).some(({ owner }) => owner.body === body);
const isSentBack = ({ visits }: Matter): boolean => visits.some(({ id }) => id === 'draft#2');

/** What a body's signer looked at: also where an interrupted telling goes on after the act. */
function seenBy(body: string, { visits, round, document }: Matter) {
  const seat = visits.flatMap(({ seats }) => seats).findLast(({ owner }) => owner.body === body)!;
  return { seat: seat.id, round, documentVersion: document.version };
}

/**
 * Every interesting state of a matter: half countersigned and circulated, 待签发, at its first check with a document, returned, overdue and
 * supervised, with an added signer.
 */
export function openMatters(anchor: CivilDate): readonly OpenMatter[] {
  const ago = (days: number): CivilDate => addDays(anchor, -days);
  const next = planStream(district, nextYearOf(anchor));
  const running = planStream(district, nextYearOf(anchor) - 1);
  return [
    {
      act: act(next, 'approvePlan', 'ys-drc/approver', ago(3), {}),
      until: isAgreedBy('ys-drc'),
      around: (stream) => [
        act(
          stream,
          'circulateMatter',
          'ys-drc/handler',
          ago(2),
          {
            readers: ['ys-xingpo', 'ys-yuling', 'ys-songquan', 'ys-ara', 'ys-fin'].map((body) => ({
              body,
              post: 'leaderInCharge' as const,
            })),
          },
          { time: '16:00' },
        ),
        act(
          stream,
          'copyMatter',
          'ys-drc/handler',
          ago(2),
          { recipients: [{ body: 'ys-fin', post: 'approver' }] },
          { time: '16:10' },
        ),
      ],
    },
    {
      act: act(running, 'addEntry', 'ys-ara/approver', ago(2), {
        entry: {
          origin: 'candidate',
          name: '演示·杏坡村灌溉蓄水池清淤',
          standing: 'reserve',
          content: '清淤 900 立方米、护壁修补采用以工代赈',
          townships: ['ys-xingpo'],
          proposedBy: 'ys-xingpo',
          proposedOn: ago(20),
          suitability: {
            smallInvestment: 96,
            lowTechnicalBarrier: 92,
            simpleEarlyWork: 94,
            lowSkillNeed: 93,
            jobDemand: 78,
            localFit: 82,
          },
          suitabilityReasons: { jobDemand: '冬闲用工，愿意务工 22 人' },
          poolId: 'YS-xushuichi',
        },
        reason: '冬闲期可以实施，补充列入储备。',
      }),
      until: isAt('decide'),
      // the village that it is about
      around: (stream) => [
        act(
          stream,
          'circulateMatter',
          'ys-ara/handler',
          ago(1),
          { readers: [{ body: 'ys-xingpo-jw', post: 'handler' }] },
          { time: '15:30' },
        ),
      ],
    },
    {
      act: act(
        projectStream('demo-shifan-gongcheng'),
        'issueFundAllocation',
        'ys-fin/handler',
        ago(1),
        {
          fundLineId: 'f1',
          amountFen: 676_000_000,
          title: '关于下达演示·榆岭镇以工代赈示范工程资金的通知',
          requirement: requirementClauseOf('fundAllocation'),
          document: allocationDocument,
        },
        { time: '17:30' },
      ),
      before: [allocationDraft(ago(2))],
      until: isAt('check'),
    },
    {
      act: act(
        projectStream('demo-gaobiaozhun-nongtian'),
        'suspendProject',
        'ys-ara/approver',
        ago(3),
        { reason: '机械整地与人工平整交叉作业，暂停进场。', until: null },
        { returned: { from: 'leads', reason: '请写明预计复工日期和已出工人员的安排。' } },
      ),
      until: isSentBack,
    },
    {
      act: act(
        projectStream('demo-meili-xiangcun'),
        'suspendProject',
        'ys-drc/approver',
        ago(4),
        { reason: '越冬期停工，开春后复工。', until: null },
        { returned: { from: 'leads', reason: '请补充停工期间已出工人员报酬的结算安排，再报。' } },
      ),
      until: isSentBack,
    },
    {
      act: act(projectStream('demo-douqu-fangshen'), 'sendBack', 'ys-drc/approver', ago(12), {
        to: 'planning',
        reason: '计划劳务报酬低于中央资金的 30%，退回谋划阶段重新测算。',
      }),
      until: isAt('leads'),
      around: (stream) => [
        act(stream, 'superviseMatter', 'ys-gov/leader', ago(2), {
          demand: '请说明超期原因，三日内办结会签。',
          dueOn: addDays(anchor, 3),
        }),
      ],
    },
    {
      act: act(projectStream('demo-nongcun-jichu'), 'suspendProject', 'ys-gov/handler', ago(2), {
        reason: '料场道路改造，暂停进场一周。',
        until: null,
      }),
      until: isAt('leads'),
      around: (stream, matter) => [
        act(
          stream,
          'addSigner',
          'ys-ara/approver',
          ago(1),
          {
            ...seenBy('ys-ara', matter),
            position: 'before',
            signer: { body: 'ys-hrss', post: 'approver' },
          },
          { time: '14:00' },
        ),
      ],
    },
  ];
}

/** Away for two weeks, with a deputy meanwhile; said live, since the district itself was founded live. @rule R-OA-13 */
export const deputyActs = (anchor: CivilDate): readonly Act[] => [
  act('organization/ys-hrss', 'delegatePost', 'ys-hrss/approver', anchor, {
    postId: 'approver',
    deputy: { body: 'ys-hrss', post: 'leader', person: holderOf('ys-hrss/leader') },
    from: anchor,
    to: addDays(anchor, 13),
  }),
];
