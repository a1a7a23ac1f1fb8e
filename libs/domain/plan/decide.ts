import type { Command } from '../command';
import type { AnyFacts } from '../facts';
import type { Handlers } from '../handlers';
import { mayAnswer, mayClose, mayObject } from '../posting/rules';
import { termOf } from '../posting/posting';
import { breach, broken, judge, type Breach, type Decision } from '../rules';
import { contentOf, entryBreaches, unfeasible } from './entry-content';
import { issuing, listMoved, unnamed } from './issue';
import type { Change, EntryInput, planCommands, PlanEvents } from './messages';
import { entryOf, isInForce, type Leads, type Plan } from './plan';
import { drawingRules, maySubmit, notAsRead, outOfPlace, purposeRules } from './rules';

const leadsOf = ({ districtBodies = {} }: Pick<AnyFacts, 'districtBodies'>): Leads | undefined => {
  const { developmentReform, agriculture, districtGovernment } = districtBodies;
  return (
    developmentReform &&
    agriculture &&
    districtGovernment && {
      developmentReform: developmentReform.id,
      agriculture: agriculture.id,
      districtGovernment: districtGovernment.id,
    }
  );
};

const missingOffices = breach('P-UNKNOWN', {
  need: '本区政府、发展改革、农业农村部门均已登记',
  found: '有部门未登记',
  mend: '由系统管理员先登记本区各部门',
});

const nextEntryId = ({ entries }: Plan): string => `e${entries.length + 1}`;

/** What every change of the approved list is held to. @rule R-PLAN-05 */
const changing = (plan: Plan, command: Command<keyof typeof planCommands>, facts: AnyFacts): Breach[] =>
  outOfPlace(plan, command.type as 'addEntry', facts);

type ToEntry = Command<'pauseEntry' | 'resumeEntry' | 'removeEntry', { entryId: string; reason: string }>;
const changeOf = ({ version }: Plan, { data: { entryId, reason } }: ToEntry): Change => ({
  id: entryId,
  version: version + 1,
  reason,
});

/** The document of a change; it names what is changed. */
const issuingChange = (plan: Plan, command: Command, facts: AnyFacts, ...names: readonly (string | undefined)[]) =>
  issuing('planChange', plan, command, facts, unnamed(names));

/** What an entry is called, before it stands on the list. */
const nameOf = (entry: EntryInput, { entryProjects = {} }: AnyFacts): string | undefined =>
  entry.origin === 'candidate' ? entry.name : entryProjects[entry.project]?.planning?.name;

/** One more change of an entry as it stands. */
const changeEntryBy = (
  plan: Plan,
  command: ToEntry,
  facts: AnyFacts,
  type: 'EntryPaused' | 'EntryResumed' | 'EntryRemoved',
  further: readonly Breach[] = [],
): Decision<PlanEvents> => {
  const { breaches, issued, claims } = issuingChange(plan, command, facts, entryOf(plan, command.data.entryId)?.name);
  return judge(
    command,
    [...changing(plan, command, facts), ...notAsRead(plan, command.data.entryId, command), ...further, ...breaches],
    () => ({ events: [{ type, data: { ...changeOf(plan, command), ...issued } }], claims }),
  );
};

const pausedAlready = (plan: Plan, id: string, paused: boolean): Breach[] =>
  entryOf(plan, id)?.paused === paused
    ? [
        breach('P-ONCE', {
          need: paused ? '未暂停的项目' : '已暂停的项目',
          found: paused ? '已暂停' : '未暂停',
          mend: '无需重复办理',
          field: 'entryId',
        }),
      ]
    : [];

/** @clause CL-31 */
export const decidePlan: Handlers<Plan, typeof planCommands, PlanEvents> = {
  drawUpPlan: (plan, command, facts) => {
    const leads = leadsOf(facts);
    return judge(
      command,
      [
        ...outOfPlace(plan, command.type, facts),
        ...(leads ? [] : [missingOffices]),
        ...broken(drawingRules, { plan, facts }),
        ...broken(purposeRules, command.data),
      ],
      () => ({ events: [{ type: 'PlanDrawnUp', data: { ...command.data, leads: leads! } }] }),
    );
  },

  revisePlan: (plan, command, facts) =>
    judge(command, [...outOfPlace(plan, command.type, facts), ...broken(purposeRules, command.data)], () => ({
      events: [{ type: 'PlanRevised', data: command.data }],
    })),

  draftEntry: (plan, command, facts) => {
    const { entry } = command.data;
    return judge(command, [...outOfPlace(plan, command.type, facts), ...entryBreaches(plan, entry, facts)], () => ({
      events: [{ type: 'EntryDrafted', data: { id: nextEntryId(plan), ...contentOf(entry, facts) } }],
    }));
  },

  redraftEntry: (plan, command, facts) => {
    const { entryId, entry } = command.data;
    return judge(
      command,
      [
        ...outOfPlace(plan, command.type, facts),
        ...notAsRead(plan, entryId, command),
        ...entryBreaches(plan, entry, facts, entryId),
      ],
      () => ({ events: [{ type: 'EntryRedrafted', data: { id: entryId, ...contentOf(entry, facts) } }] }),
    );
  },

  dropEntry: (plan, command, facts) => {
    const { entryId } = command.data;
    return judge(command, [...outOfPlace(plan, command.type, facts), ...notAsRead(plan, entryId, command)], () => ({
      events: [{ type: 'EntryDropped', data: { id: entryId } }],
    }));
  },

  postPlan: (plan, command, facts) => {
    const empty = plan.entries.every(({ removed }) => removed)
      ? [
          breach('R-PLAN-04', {
            need: '清单中至少有一个项目',
            found: '没有项目',
            mend: '先把项目列入清单，再公示',
          }),
        ]
      : [];
    return judge(command, [...outOfPlace(plan, command.type, facts), ...empty], () => ({
      events: [
        {
          type: 'PostingOpened',
          data: {
            topic: 'projectList',
            contentVersion: plan.draft,
            ...command.data,
            ...termOf('projectList', facts.on, facts),
          },
        },
      ],
    }));
  },

  recordPlanObjection: (plan, command, facts) =>
    judge(
      command,
      [...outOfPlace(plan, command.type, facts), ...mayObject(plan.posting, command.data, facts.on)],
      () => ({
        events: [{ type: 'ObjectionRaised', data: { id: `o${plan.posting!.objections.length + 1}`, ...command.data } }],
      }),
    ),

  answerPlanObjection: (plan, command, facts) =>
    judge(command, [...outOfPlace(plan, command.type, facts), ...mayAnswer(plan.posting, command.data)], () => ({
      events: [{ type: 'ObjectionAnswered', data: command.data }],
    })),

  closePlanPosting: (plan, command, facts) =>
    judge(
      command,
      [...outOfPlace(plan, command.type, facts), ...mayClose(plan.posting, command.data, facts.on)],
      () => ({ events: [{ type: 'PostingClosed', data: command.data }] }),
    ),

  submitPlan: (plan, command, facts) =>
    judge(command, [...outOfPlace(plan, command.type, facts), ...maySubmit(plan, facts)], () => ({
      events: [{ type: 'PlanSubmitted', data: { draft: plan.draft } }],
    })),

  reopenPlan: (plan, command, facts) =>
    judge(command, outOfPlace(plan, command.type, facts), () => ({
      events: [{ type: 'PlanReopened', data: command.data }],
    })),

  approvePlan: (plan, command, facts) => {
    const { breaches, issued, claims } = issuing('annualPlan', plan, command, facts, listMoved(plan, facts));
    return judge(command, [...outOfPlace(plan, command.type, facts), ...maySubmit(plan, facts), ...breaches], () => ({
      events: [{ type: 'PlanApproved', data: { version: 1, ...issued } }],
      claims,
    }));
  },

  issuePlanDocument: (plan, command, facts) => {
    const { breaches, issued, claims } = issuing('annualPlan', plan, command, facts, listMoved(plan, facts));
    return judge(command, [...outOfPlace(plan, command.type, facts), ...breaches], () => ({
      events: [{ type: 'PlanDocumentIssued', data: { issued: issued.issued! } }],
      claims,
    }));
  },

  voidPlanDocument: (plan, command, facts) => {
    const standing = plan.documents.some((one) => one.number === command.data.number && isInForce(one));
    const unknown = breach('P-UNKNOWN', {
      need: '本计划有效的文件',
      found: command.data.number,
      mend: '从本计划的文件中选择',
      field: 'number',
    });
    return judge(command, [...outOfPlace(plan, command.type, facts), ...(standing ? [] : [unknown])], () => ({
      events: [{ type: 'PlanDocumentVoided', data: command.data }],
    }));
  },

  addEntry: (plan, command, facts) => {
    const { entry, reason } = command.data;
    const { breaches, issued, claims } = issuingChange(plan, command, facts, nameOf(entry, facts));
    return judge(
      command,
      [...changing(plan, command, facts), ...entryBreaches(plan, entry, facts), ...breaches],
      () => ({
        events: [
          {
            type: 'EntryAdded',
            data: { id: nextEntryId(plan), ...contentOf(entry, facts), version: plan.version + 1, reason, ...issued },
          },
        ],
        claims,
      }),
    );
  },

  changeEntry: (plan, command, facts) => {
    const { entryId, entry, reason } = command.data;
    const { breaches, issued, claims } = issuingChange(
      plan,
      command,
      facts,
      nameOf(entry, facts),
      entryOf(plan, entryId)?.name,
    );
    return judge(
      command,
      [
        ...changing(plan, command, facts),
        ...notAsRead(plan, entryId, command),
        ...entryBreaches(plan, entry, facts, entryId),
        ...breaches,
      ],
      () => ({
        events: [
          {
            type: 'EntryChanged',
            data: { id: entryId, ...contentOf(entry, facts), version: plan.version + 1, reason, ...issued },
          },
        ],
        claims,
      }),
    );
  },

  pauseEntry: (plan, command, facts) =>
    changeEntryBy(plan, command, facts, 'EntryPaused', pausedAlready(plan, command.data.entryId, true)),

  resumeEntry: (plan, command, facts) => {
    const { entryId } = command.data;
    const entry = entryOf(plan, entryId);
    const project = entry?.standing === 'active' && entry.project ? facts.entryProjects[entry.project] : undefined;
    return changeEntryBy(plan, command, facts, 'EntryResumed', [
      ...pausedAlready(plan, entryId, false),
      ...(project ? unfeasible([project], facts.on) : []),
    ]);
  },

  removeEntry: (plan, command, facts) => changeEntryBy(plan, command, facts, 'EntryRemoved'),
};
