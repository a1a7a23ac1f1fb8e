import type { Command } from '../command';
import type { AnyFacts, DeputyFact } from '../facts';
import type { Handlers } from '../handlers';
import { breach, judge, type Breach } from '../rules';
import { clash, isDelegable, leadsTo, type Window } from './delegation';
import type { organizationCommands, OrganizationEvents } from './messages';
import { holdsPost, type Organization, type Post } from './organization';

type Delegating = 'delegatePost' | 'endDelegation' | 'recordAbsence' | 'endAbsence';
type Handled = Handlers<Organization, Pick<typeof organizationCommands, Delegating>, OrganizationEvents>;
type Delegated = Parameters<Handled['delegatePost']>[1]['data'];
type Standing = Pick<AnyFacts, 'authority' | 'on'>;

const isAdministrator = ({ authority }: Standing): boolean => authority.postKinds.includes('systemAdministrator');

/** One's own post, in person: what was delegated is not delegated further. */
function notOneself(person: string | null, { actor }: Command, facts: Standing): Breach[] {
  if (actor.onBehalfOf) {
    return [breach('R-OA-13', { need: '本人', found: '代办人', mend: '代办人不得再委托，也不得替他人登记外出' })];
  }
  if (person === actor.person || isAdministrator(facts)) return [];
  return [breach('P-WHO', { need: '任职者本人或系统管理员', found: actor.post, mend: '由任职者本人办理' })];
}

/** The holder acted for: whoever delegates their own post; where the administrator does it, whoever holds it on the first day. */
function holderOf({ holders }: Post, { actor }: Command, from: string): string | null {
  const held = holders.filter((one) => one.from <= from && (one.to === null || from <= one.to));
  return (held.find(({ person }) => person === actor.person) ?? held[0])?.person ?? null;
}

function notWindow({ from, to }: Window, today: string): Breach[] {
  if (to < from)
    return [breach('R-OA-13', { need: `不早于开始日 ${from}`, found: to, mend: '核对起止日期', field: 'to' })];
  return to < today
    ? [breach('R-OA-13', { need: `今天 ${today} 或以后`, found: to, mend: '已经过去的日期不能设置', field: 'to' })]
    : [];
}

/** Who may not be the deputy. @rule R-OA-13 */
function notDeputy(holder: string | null, district: string, data: Delegated, fact: DeputyFact): Breach[] {
  const { deputy, from, to } = data;
  const circle = holder !== null && leadsTo(fact.links, deputy.person, holder, { from, to });
  return [
    ...(deputy.person === holder
      ? [breach('R-OA-13', { need: '他人', found: '本人', mend: '选择他人代办', field: 'deputy' })]
      : []),
    ...(fact.inOffice
      ? []
      : [
          breach('R-OA-13', {
            need: `${from} 在任的人员`,
            found: `${deputy.body}/${deputy.post} 当日不在任`,
            mend: '选择在任人员，或先登记任职',
            field: 'deputy',
          }),
        ]),
    ...(fact.district === null || fact.district === district
      ? []
      : [
          breach('R-OA-13', {
            need: `本区（${district}）人员`,
            found: fact.district,
            mend: '选择本区人员',
            field: 'deputy',
          }),
        ]),
    ...(circle
      ? [
          breach('R-OA-13', {
            need: '不成环的委托',
            found: '同一期间该人员的事项直接或间接由您代办',
            mend: '换一位代办人，或错开期间',
            field: 'deputy',
          }),
        ]
      : []),
  ];
}

/** Two deputies for the same thing at the same time: it would be nobody's. */
const clashing = ({ delegations }: Organization, person: string | null, data: Delegated): Breach[] =>
  delegations
    .filter((other) => other.postId === data.postId && other.person === person && other.endedAt === null)
    .filter((other) => clash(other, data))
    .map(({ from, to }) =>
      breach('R-OA-13', {
        need: '同一期间、同一范围只有一位代办人',
        found: `已委托 ${from} 至 ${to}`,
        mend: '先结束原委托，或错开期间、范围',
        field: 'from',
      }),
    );

const over = (what: string, window: { to: string; endedAt: string | null } | undefined, on: string): Breach[] => {
  if (!window) return [breach('P-UNKNOWN', { need: `本单位的${what}`, found: '没有找到', mend: '从列表中选择' })];
  if (window.endedAt === null && on <= window.to) return [];
  return [breach('P-ONCE', { need: `尚未结束的${what}`, found: `已于 ${window.to} 前结束`, mend: '无须再办理' })];
};

export const decideDelegation: Handled = {
  delegatePost: (organization, command, facts) => {
    const { data } = command;
    const post = organization.posts.find(({ id }) => id === data.postId);
    if (!post) {
      return judge(
        command,
        [breach('P-UNKNOWN', { need: '本单位已设的岗位', found: data.postId, mend: '选择岗位', field: 'postId' })],
        () => ({ events: [] }),
      );
    }
    const person = holderOf(post, command, data.from);
    const breaches = [
      ...notOneself(person ?? '', command, facts),
      ...(isDelegable(post.kind)
        ? []
        : [
            breach('R-OA-13', {
              need: '经办人、审批人、分管领导或主要负责人的岗位',
              found: post.name,
              mend: '该岗位须由本人办理，不能委托；需要时另行登记任职',
              field: 'postId',
            }),
          ]),
      ...notWindow(data, facts.on),
      ...notDeputy(person, organization.district, data, facts.deputy),
      ...clashing(organization, person, data),
    ];
    return judge(command, breaches, () => ({
      events: [{ type: 'PostDelegated', data: { delegation: command.id, person, ...data } }],
    }));
  },

  endDelegation: (organization, command, facts) => {
    const found = organization.delegations.find(({ id }) => id === command.data.delegation);
    const breaches = [
      ...over('委托', found, facts.on),
      ...(found ? notOneself(found.person ?? '', command, facts) : []),
    ];
    return judge(command, breaches, () => ({ events: [{ type: 'DelegationEnded', data: command.data }] }));
  },

  recordAbsence: (organization, command, facts) => {
    const { person: named, ...window } = command.data;
    const person = named ?? command.actor.person;
    const holds = organization.posts.some(({ id }) => holdsPost(organization, id, person, window.from));
    const already = organization.absences.some(
      (one) => one.person === person && one.endedAt === null && one.from <= window.to && window.from <= one.to,
    );
    const breaches = [
      ...notOneself(person, command, facts),
      ...notWindow(window, facts.on),
      ...(holds
        ? []
        : [
            breach('P-UNKNOWN', { need: '当日在本单位任职', found: '不在任', mend: '核对人员和日期', field: 'person' }),
          ]),
      ...(already
        ? [breach('P-ONCE', { need: '此期间尚未登记外出', found: '已登记', mend: '先结束原登记', field: 'from' })]
        : []),
    ];
    return judge(command, breaches, () => ({
      events: [{ type: 'AbsenceRecorded', data: { absence: command.id, person, ...window } }],
    }));
  },

  endAbsence: (organization, command, facts) => {
    const found = organization.absences.find(({ id }) => id === command.data.absence);
    const breaches = [...over('外出登记', found, facts.on), ...(found ? notOneself(found.person, command, facts) : [])];
    return judge(command, breaches, () => ({ events: [{ type: 'AbsenceEnded', data: command.data }] }));
  },
};
