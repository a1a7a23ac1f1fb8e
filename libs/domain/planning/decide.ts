import { numberBreaches, numberClaim } from '../approval/numbers';
import { requirementStated } from '../approval/rules';
import { isSystem } from '../actor';
import type { Command } from '../command';
import type { BaseFacts, FactValues } from '../facts';
import type { Handlers } from '../handlers';
import type { Parties } from '../parties';
import type { Project } from '../project';
import { breach, broken, judge, type Breach } from '../rules';
import type { planningCommands, PlanningEvents } from './messages';
import { partBreaches, partsOf } from './parts';
import { districtReady, listGates, proposalRules, type Proposal } from './rules';
import { scored } from './suitability';

type Offices = Pick<FactValues, 'bodies' | 'districtBodies'>;

/** The bodies bound to the project; `undefined` while the district lacks an office it needs. */
function partiesOf(data: Proposal, { districtBodies }: Offices): Parties | undefined {
  const { districtGovernment, developmentReform, agriculture, finance, humanResources } = districtBodies;
  if (!districtGovernment || !developmentReform || !agriculture || !finance || !humanResources) return undefined;
  return {
    districtGovernment: districtGovernment.id,
    developmentReform: developmentReform.id,
    agriculture: agriculture.id,
    finance: finance.id,
    humanResources: humanResources.id,
    sectorDepartment: data.sectorDepartment,
    townships: data.townships,
    owner: data.owner,
    ...(data.collective && { collective: data.collective }),
    ...(data.villageSupervision && { villageSupervision: data.villageSupervision }),
  };
}

/** Bodies named that are not registered, or belong to another district. */
function unknownBodies(data: Proposal, { bodies, districtBodies }: Offices): Breach[] {
  const district = districtBodies.districtGovernment?.district;
  const named = [data.owner, data.sectorDepartment, ...data.townships, data.collective, data.villageSupervision];
  return named
    .filter((id): id is string => id !== undefined)
    .filter((id) => bodies[id] === undefined || bodies[id].district !== district)
    .map((id) =>
      breach('P-UNKNOWN', { need: '本区已登记的机构', found: id, mend: '从本区机构中选择，或先登记该机构' }),
    );
}

const missingOffices: Breach = breach('P-UNKNOWN', {
  need: '本区政府、发展改革、农业农村、财政、人力社保部门均已登记',
  found: '有部门未登记',
  mend: '由系统管理员先登记本区各部门',
});

/** The proposal with the ids of its segments and fund lines. */
function proposed(project: Project, data: Proposal, parties: Parties, district: string) {
  return {
    name: data.name,
    district,
    scopeClass: data.scopeClass,
    disaster: data.disaster,
    sectors: data.sectors,
    aims: data.aims,
    benefitLinks: data.benefitLinks,
    ...partsOf(project, data),
    plannedLaborPayFen: data.plannedLaborPayFen,
    plannedPosts: data.plannedPosts,
    ...scored(data),
    poolId: data.poolId,
    parties,
  };
}

const districtOf = ({ districtBodies }: Offices): string => districtBodies.districtGovernment?.district ?? '';

function judgeProposal(data: Proposal, facts: BaseFacts & Offices & Partial<FactValues>): Breach[] {
  return [
    ...(partiesOf(data, facts) ? [] : [missingOffices]),
    ...unknownBodies(data, facts),
    ...broken(proposalRules, { data, facts }),
  ];
}

/** After listing a change is no revision any more: it goes back to who approved. @rule R-INV-15 */
const changedByMatter = ({ phase }: Project): Breach[] =>
  phase === 'planning'
    ? []
    : [
        breach('R-INV-15', {
          need: '尚未列入清单的项目方案',
          found: '已列入清单',
          mend: '用“变更建设地点、规模或内容”由会签办理，由原审批机关审定',
        }),
      ];

const notYetListed = (project: Project): Breach[] =>
  project.phase === 'planning'
    ? []
    : [
        breach('P-ORDER', {
          need: '项目处于谋划储备阶段',
          found: '已列入清单',
          mend: '列入清单后的变更按变更程序办理',
        }),
      ];

/** The district's list names projects that are on their way already, and some that have been given up: nothing is to do there. */
const isTold = ({ phase, status }: Project, { actor }: Pick<Command, 'actor'>): boolean =>
  isSystem(actor) && (phase !== 'planning' || status === 'cancelled');

/** A project comes on the list by the approved plan or its approved change, of which it hears; by hand from papers alone. @rule R-PLAN-04 */
const notFromPlan = ({ actor, backfilled }: Pick<Command, 'actor' | 'backfilled'>): Breach[] =>
  isSystem(actor) || backfilled
    ? []
    : [
        breach('R-PLAN-04', {
          need: '由经审定的年度项目清单列入',
          found: '直接办理',
          mend: '由牵头部门编入年度计划送审；计划已审定的，办理“增加项目”',
        }),
      ];

export const decidePlanning: Handlers<Project, typeof planningCommands, PlanningEvents> = {
  proposeProject: (project, command, facts) =>
    judge(command, [...broken(districtReady, { facts }), ...judgeProposal(command.data, facts)], () => ({
      events: [
        {
          type: 'ProjectProposed',
          data: {
            ...proposed(project, command.data, partiesOf(command.data, facts)!, districtOf(facts)),
            proposedBy: command.actor.body,
          },
        },
      ],
    })),

  reviseProposal: (project, command, facts) =>
    judge(
      command,
      [...changedByMatter(project), ...partBreaches(project, command.data), ...judgeProposal(command.data, facts)],
      () => ({
        events: [
          {
            type: 'ProposalRevised',
            data: {
              ...proposed(project, command.data, partiesOf(command.data, facts)!, districtOf(facts)),
              reason: command.data.reason,
            },
          },
        ],
      }),
    ),

  stateFeasibility: (project, command) => {
    const { qualityHolds, safetyHolds, scheduleHolds, postsNearHome, statement } = command.data;
    // Posts near home are encouraged: stated and kept, never a reason to refuse.
    const holds = qualityHolds && safetyHolds && scheduleHolds;
    const unmet = holds
      ? []
      : [
          breach('R-PRIN-03', {
            need: '质量、安全、进度均能保证',
            found: '有一项不能保证',
            mend: '调整建设内容或用工安排后再说明；不适宜的项目不宜采用以工代赈',
          }),
        ];
    return judge(command, [...notYetListed(project), ...unmet], () => ({
      events: [{ type: 'FeasibilityStated', data: { statement, postsNearHome } }],
    }));
  },

  reserveProject: (project, command, facts) => {
    if (isTold(project, command) || (isSystem(command.actor) && project.planning?.reservedOn)) return { events: [] };
    const again = project.planning?.reservedOn
      ? [
          breach('P-ONCE', {
            need: '尚未入库储备',
            found: `${project.planning.reservedOn} 已储备`,
            mend: '无需重复办理',
          }),
        ]
      : [];
    return judge(command, [...notYetListed(project), ...again, ...broken(districtReady, { facts })], () => ({
      events: [{ type: 'ProjectReserved', data: {} }],
    }));
  },

  listProject: (project, command, facts) => {
    if (isTold(project, command)) return { events: [] };
    const gates = broken(listGates, { project, facts });
    return judge(command, [...notYetListed(project), ...notFromPlan(command), ...gates], () => ({
      events: [{ type: 'ProjectListed', data: command.data }],
    }));
  },

  adoptWorkRelief: (project, command, facts) => {
    const { adoptedOn, documentNumber, documentDigest, requirement, entersAt } = command.data;
    const late =
      adoptedOn > facts.on
        ? [
            breach('P-TIME', {
              need: `不晚于办理日 ${facts.on}`,
              found: adoptedOn,
              mend: '按补充文件的日期填写',
              field: 'adoptedOn',
            }),
          ]
        : [];
    const ofDocument = [
      ...late,
      ...numberBreaches(documentNumber, facts.series),
      ...broken([requirementStated('R-APPR-02', '补充文件')], { requirement }),
    ];
    return judge(
      command,
      [...broken(districtReady, { facts }), ...judgeProposal(command.data, facts), ...ofDocument],
      () => ({
        events: [
          {
            type: 'WorkReliefAdopted',
            data: {
              ...proposed(project, command.data, partiesOf(command.data, facts)!, districtOf(facts)),
              proposedBy: command.actor.body,
              adoptedOn,
              documentNumber,
              documentDigest,
              requirement,
              entersAt,
            },
          },
        ],
        claims: [numberClaim(documentNumber, command)],
      }),
    );
  },
};
