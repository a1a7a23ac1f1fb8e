import type { Command } from '../command';
import type { AnyFacts } from '../facts';
import type { Handlers } from '../handlers';
import { breach, broken, judge, type Breach } from '../rules';
import { decideDelegation } from './decide-delegation';
import type { organizationCommands, OrganizationEvents } from './messages';
import type { Organization, Post } from './organization';
import { districtGovernments } from './roles';
import { laborMechanismRules } from './rules';

/** A body's mechanism, leader and surveys are its own to set; the administrator may enter them. */
const notItself = ({ id }: Organization, { actor }: Command, { authority }: Pick<AnyFacts, 'authority'>): Breach[] =>
  actor.body === id || authority.postKinds.includes('systemAdministrator')
    ? []
    : [breach('P-WHO', { need: `${id} 本单位`, found: actor.body, mend: '由该单位自己办理' })];

const notGovernment = ({ kind, name }: Organization): Breach[] =>
  districtGovernments.includes(kind)
    ? []
    : [breach('P-ORDER', { need: '区人民政府（含经开区管委会）', found: name, mend: '在区人民政府名下办理' })];

const postOf = ({ posts }: Organization, postId: string): Post | undefined => posts.find(({ id }) => id === postId);

const noPost = (organization: Organization, postId: string): Breach[] =>
  postOf(organization, postId)
    ? []
    : [breach('P-UNKNOWN', { need: '本单位已设的岗位', found: postId, mend: '先设立岗位', field: 'postId' })];

const future = (on: string, today: string, field: string): Breach[] =>
  on <= today ? [] : [breach('P-TIME', { need: `不晚于办理日 ${today}`, found: on, mend: '按实际日期填写', field })];

const taken = (id: string, held: readonly { id: string }[]): Breach[] =>
  held.some((one) => one.id === id) ? [breach('P-ONCE', { need: '未使用的编号', found: id, mend: '换一个编号' })] : [];

export const decideOrganization: Handlers<Organization, typeof organizationCommands, OrganizationEvents> = {
  registerBody: (_, command) =>
    judge(command, [], () => ({ events: [{ type: 'BodyRegistered', data: command.data }] })),

  createPost: (organization, command) =>
    judge(command, taken(command.data.postId, organization.posts), () => ({
      events: [{ type: 'PostCreated', data: command.data }],
    })),

  appointHolder: (organization, command) => {
    const { postId, person, from, to } = command.data;
    const again = postOf(organization, postId)?.holders.some(
      (held) => held.person === person && (held.to === null || from <= held.to) && (to === null || held.from <= to),
    );
    const breaches = [
      ...noPost(organization, postId),
      ...(to !== null && to < from
        ? [breach('P-TIME', { need: `不早于任职日 ${from}`, found: to, mend: '核对任职起止日期', field: 'to' })]
        : []),
      ...(again
        ? [
            breach('P-ONCE', {
              need: '该人员在此期间未任此岗位',
              found: '已在任',
              mend: '先结束原任职，或改填起止日期',
            }),
          ]
        : []),
    ];
    return judge(command, breaches, () => ({ events: [{ type: 'HolderAppointed', data: command.data }] }));
  },

  endAppointment: (organization, command) => {
    const { postId, person, lastDay } = command.data;
    const held = postOf(organization, postId)?.holders.some(
      ({ person: holder, from, to }) => holder === person && from <= lastDay && (to === null || to > lastDay),
    );
    const breaches = [
      ...noPost(organization, postId),
      ...(postOf(organization, postId) && !held
        ? [breach('P-UNKNOWN', { need: '当日在任的人员', found: '不在任', mend: '核对人员和日期', field: 'person' })]
        : []),
    ];
    return judge(command, breaches, () => ({ events: [{ type: 'AppointmentEnded', data: command.data }] }));
  },

  ...decideDelegation,

  nameLeader: (organization, command, facts) => {
    const { post, agendaMeetingOn } = command.data;
    const kind = postOf(organization, post)?.kind;
    const breaches = [
      ...notItself(organization, command, facts),
      ...notGovernment(organization),
      ...noPost(organization, post),
      ...(kind !== undefined && kind !== 'leaderInCharge'
        ? [breach('R-ORG-03', { need: '分管领导岗位', found: kind, mend: '选择分管领导岗位', field: 'post' })]
        : []),
      ...future(agendaMeetingOn, facts.on, 'agendaMeetingOn'),
    ];
    return judge(command, breaches, () => ({ events: [{ type: 'LeaderNamed', data: command.data }] }));
  },

  establishMechanism: (organization, command, facts) =>
    judge(command, [...notItself(organization, command, facts), ...notGovernment(organization)], () => ({
      events: [{ type: 'MechanismEstablished', data: { ...command.data, on: facts.on } }],
    })),

  establishLaborMechanism: (organization, command, facts) => {
    const breaches = [
      ...notItself(organization, command, facts),
      ...notGovernment(organization),
      ...broken(laborMechanismRules, command.data),
    ];
    return judge(command, breaches, () => ({
      events: [{ type: 'LaborMechanismEstablished', data: { ...command.data, on: facts.on } }],
    }));
  },

  recordLaborSurvey: (organization, command, facts) => {
    const { id, on, surveyed, willing, skilled } = command.data;
    const breaches = [
      ...notItself(organization, command, facts),
      ...notGovernment(organization),
      ...taken(id, organization.surveys),
      ...future(on, facts.on, 'on'),
      ...(willing > surveyed || skilled > surveyed
        ? [
            breach('P-SUM', {
              need: `愿意务工和有技能人数均不超过摸底人数 ${surveyed}`,
              found: `愿意务工 ${willing}，有技能 ${skilled}`,
              mend: '核对摸底结果',
              field: 'willing',
            }),
          ]
        : []),
    ];
    return judge(command, breaches, () => ({ events: [{ type: 'LaborSurveyed', data: command.data }] }));
  },

  recordGuidance: (organization, command, facts) =>
    judge(command, [...notGovernment(organization), ...future(command.data.on, facts.on, 'on')], () => ({
      events: [{ type: 'GuidanceRecorded', data: command.data }],
    })),
};
