import type { DocumentKind } from '#domain/approval/state';
import { addDays } from '#domain/calendar';
import { isGovernment } from '#domain/planning/state';
import { act, type Act, type StagePart } from '../act';
import { district } from '../bodies';
import { holderOf } from '../accounts';
import { bodyOf, later, numberOf, paperDigest, requirement, streamOf, type Contract, type Story } from '../story';

/** Papers, resolution, contract, rates, reply and money, up to the completed approval. @clause CL-42 CL-51 */
export function approve(story: Story): StagePart {
  const { approval, cast, dates } = story;
  const contract = 'contract' in approval ? approval.contract : null;
  return {
    stage: 'approval',
    acts: [
      chooseMode(story),
      ...papers(story),
      ...(story.mode === 'contractor' ? [] : [resolve(story)]),
      dutyMatrix(story),
      ...reply(story),
      ...allocations(story),
      ...(contract ? award(story, contract) : []),
      ...permit(story),
      ...rates(story),
    ],
    leave: act(streamOf(story), 'completeApproval', cast.approver, later(story, dates.approvedOn, 12), {}),
  };
}

const planChapter = ['organizing', 'workAndHours', 'totalPay', 'payRates', 'training'] as const;
const withChapter: readonly DocumentKind[] = ['feasibilityStudy', 'implementationPlan'];

function chooseMode(story: Story): Act {
  const { approval, cast, dates, mode, serial } = story;
  const code = String(serial).padStart(6, '0').slice(-6);
  return act(streamOf(story), 'chooseConstructionMode', cast.owner, dates.approvedOn, {
    mode,
    ground: approval.kind === 'emergency' ? 'emergency' : null,
    projectCode: `${dates.approvedOn.slice(0, 4)}-${district}-48-01-${code}`,
  });
}

const kinds: Readonly<Record<Story['approval']['kind'], readonly DocumentKind[]>> = {
  small: ['implementationPlan'],
  full: ['projectProposal', 'feasibilityStudy', 'preliminaryDesign', 'estimate'],
  parent: ['supplement'],
  emergency: ['emergencyDecision'],
  adopted: [],
};
const codes: Partial<Record<DocumentKind, string>> = {
  projectProposal: '演建议',
  feasibilityStudy: '演可研',
  preliminaryDesign: '演初设',
  estimate: '演概算',
  implementationPlan: '演实施',
  supplement: '演补充',
  emergencyDecision: '演应急',
};

function papers(story: Story): Act[] {
  const { approval, cast, dates } = story;
  const stream = streamOf(story);
  const on = later(story, dates.approvedOn, 1);
  const own = kinds[approval.kind].map((kind) =>
    act(stream, 'fileDocument', cast.owner, on, {
      kind,
      organ: '演示区水利建设中心',
      number: numberOf(codes[kind] ?? '演文', story, dates.approvedOn),
      on: dates.approvedOn,
      digest: paperDigest(story, kind),
      requirement,
      chapter: withChapter.includes(kind) ? [...planChapter] : [],
      ...(approval.kind === 'emergency' && { makeUpBy: approval.makeUpBy }),
    }),
  );
  return [...(approval.kind === 'parent' ? parentActs(story, approval.contractor) : []), ...own];
}

/** A labor segment of a major project refers to the parent's approval and award. @clause CL-12 */
function parentActs(story: Story, contractor: string): Act[] {
  const { cast, dates } = story;
  const on = later(story, dates.approvedOn, 1);
  const cite = (kind: 'approval' | 'award', code: string) =>
    act(streamOf(story), 'citeParentAct', cast.owner, on, {
      kind,
      organ: '演示区发展和改革委员会',
      number: numberOf(code, story, dates.approvedOn),
      on: dates.approvedOn,
      digest: paperDigest(story, kind),
      contractor: kind === 'award' ? contractor : null,
    });
  return [cite('approval', '演重批'), cite('award', '演重包')];
}

function resolve(story: Story): Act {
  const { cast, dates } = story;
  return act(streamOf(story), 'recordResolution', cast.employer, later(story, dates.approvedOn, 2), {
    meeting: 'assembly',
    number: numberOf('演村议', story, dates.approvedOn),
    announcedOn: addDays(dates.approvedOn, -16),
    heldOn: addDays(dates.approvedOn, -2),
    entitled: 186,
    present: 131,
    agreed: 124,
    decided: ['works', 'laborAndMoney', 'contract'],
  });
}

function dutyMatrix(story: Story): Act {
  const { cast, dates } = story;
  const accepted = (post: string) => ({
    body: bodyOf(post),
    person: holderOf(post),
    acceptedOn: dates.approvedOn,
  });
  return act(streamOf(story), 'recordDutyMatrix', cast.owner, later(story, dates.approvedOn, 3), {
    duties: {
      owner: '组织实施，监督用工台账、考勤和报酬发放',
      builder: '招用当地群众，编制名册和报酬发放表，足额按时发放',
      supervisor: '对质量、安全和用工情况进行监督',
      township: '组织动员群众，核对报酬发放表',
      district: '统筹协调，定期调度和监督检查',
    },
    projectUnit: accepted(cast.owner),
    supervisingUnit: accepted(bodyOf(cast.township) === bodyOf(cast.owner) ? cast.sector : cast.township),
  });
}

function reply(story: Story): Act[] {
  const { approval, cast, dates, proposal } = story;
  if (approval.kind === 'parent' || approval.kind === 'adopted') return [];
  return [
    act(streamOf(story), 'issueApprovalReply', cast.approver, later(story, dates.approvedOn, 5), {
      title: `关于${proposal.name}的批复`,
      requirement,
    }),
  ];
}

/** One after the other: each rests on the record the one before has left. */
const allocations = (story: Story): Act[] =>
  story.proposal.fundLines.flatMap((line, index) =>
    isGovernment(line.source)
      ? [
          act(
            streamOf(story),
            'issueFundAllocation',
            story.cast.finance,
            later(story, story.dates.approvedOn, 7 + index),
            {
              fundLineId: `f${index + 1}`,
              amountFen: line.amountFen,
              title: `关于下达${story.proposal.name}资金的通知`,
              requirement,
            },
          ),
        ]
      : [],
  );

function award(story: Story, { contractor, method, ground, contractFen }: Contract): Act[] {
  const { cast, dates } = story;
  const stream = streamOf(story);
  const on = later(story, dates.approvedOn, 9);
  const tendered = method === 'openTender';
  const day = (days: number) => addDays(on, days);
  return [
    ...(tendered
      ? [
          act(stream, 'fileDocument', cast.owner, on, {
            kind: 'tenderDocument',
            organ: '演示区水利建设中心',
            number: `YSZB-${dates.approvedOn.slice(0, 4)}-${story.serial}`,
            on: day(-40),
            digest: paperDigest(story, 'tenderDocument'),
            requirement,
          }),
        ]
      : []),
    act(stream, 'awardContract', cast.owner, on, {
      contractor,
      method,
      ground,
      approver: tendered ? null : bodyOf(cast.approver),
      justification: tendered ? null : '合同估算价未达到必须招标的规模标准，由具备条件的单位承建。',
      tender: tendered
        ? {
            documentsFrom: day(-38),
            bidsDueOn: day(-15),
            reportOn: day(-12),
            postedFrom: day(-11),
            postedThrough: day(-7),
          }
        : null,
      contractFen,
      contractNumber: `YSHT-${dates.approvedOn.slice(0, 4)}-${story.serial}`,
      on,
      laborClause: '承包人应当优先招用项目所在地农村群众，组织岗前培训，按月足额发放劳务报酬。',
      laborCostMonths: 1,
      paymentGuarantee: `YSBH-${story.serial}`,
    }),
  ];
}

function permit(story: Story): Act[] {
  const { approval, cast, dates } = story;
  if (approval.kind !== 'full' || !approval.permit) return [];
  const on = later(story, dates.approvedOn, 10);
  return [
    act(streamOf(story), 'fileDocument', cast.owner, on, {
      kind: 'constructionPermit',
      organ: '演示区住房和城乡建设委员会',
      number: `YSXK-${dates.approvedOn.slice(0, 4)}-${story.serial}`,
      on,
      digest: paperDigest(story, 'constructionPermit'),
      requirement: '',
    }),
  ];
}

const rates = (story: Story): Act[] =>
  story.segments.flatMap(({ id, posts }) =>
    [...new Map(posts.map((post) => [post.postClass, post])).values()].map(({ postClass, rateFen, unit = 'day' }) =>
      act(streamOf(story), 'fileWageStandard', story.cast.employer, later(story, story.dates.approvedOn, 11), {
        segmentId: id,
        postClass,
        unit,
        rateFen,
        from: later(story, story.dates.approvedOn, 11),
        basis: '参照当地务工市场水平，不低于最低工资标准，经与务工群众协商确定。',
      }),
    ),
  );
