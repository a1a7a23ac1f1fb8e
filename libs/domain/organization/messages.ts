import { z } from 'zod';
import { command } from '../command';
import { bodyRef, civilDate, fen, passage, shortText } from '../shapes';
import { matterKinds } from '../signoff/matter-kinds';
import type { Delegation } from './delegation';
import { laborPartyTypes } from './organization';
import type { LaborMechanism, Leader, Mechanism, Survey } from './organization';
import { bodyKinds, postKinds, takingPart } from './roles';
import type { BodyKind, PostKind } from './roles';

const shared = { stream: 'organization', stage: 'cross', via: 'direct', reads: [] } as const;

const postCode = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, '岗位编号用小写字母、数字和短横线');
const reference = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, '编号用小写字母、数字和短横线');
/** reference of a person in office, never a name */
const official = shortText(64).meta({ widget: 'official' });
const cause = z.string().regex(/^[A-Za-z0-9._-]{1,100}$/, '请从列表中选择');
const districtCode = z.string().regex(/^11\d{4}$/, '请填写六位区划代码');

/** Whoever holds a post, for it; the administrator for others. */
const inOffice = [
  ...takingPart,
  'villageSupervision',
  'supervisionEngineer',
  'leaderInCharge',
  'systemAdministrator',
] as const;

export const organizationCommands = {
  registerBody: command({
    ...shared,
    clause: 'CL-00',
    // the system itself founds the first body, before anybody holds a post
    who: ['systemAdministrator', 'system'],
    creates: true,
    schema: z.strictObject({
      name: shortText(),
      kind: z.enum(bodyKinds),
      district: districtCode,
      seriesCode: shortText(20).nullable().default(null),
      /** registration as bidder or market entity @rule R-BID-01 */
      registration: z
        .strictObject({ number: shortText(60), qualifications: z.array(shortText()).max(20).default([]) })
        .nullable()
        .default(null),
    }),
  }),
  createPost: command({
    ...shared,
    clause: 'CL-00',
    who: ['systemAdministrator', 'system'],
    schema: z.strictObject({ postId: postCode, name: shortText(60), kind: z.enum(postKinds) }),
  }),
  appointHolder: command({
    ...shared,
    clause: 'CL-00',
    who: ['systemAdministrator', 'system'],
    schema: z.strictObject({
      postId: postCode,
      person: official,
      from: civilDate,
      to: civilDate.nullable().default(null),
    }),
  }),
  endAppointment: command({
    ...shared,
    clause: 'CL-00',
    who: ['systemAdministrator'],
    schema: z.strictObject({ postId: postCode, person: official, lastDay: civilDate }),
  }),
  /** for a window and a scope: null is everything of the post @rule R-OA-13 */
  delegatePost: command({
    ...shared,
    clause: 'CL-24',
    who: inOffice,
    reads: ['deputy'],
    schema: z.strictObject({
      postId: postCode,
      deputy: z.strictObject({ body: bodyRef, post: postCode, person: official }).meta({ widget: 'office' }),
      from: civilDate,
      to: civilDate,
      matterKinds: z.array(z.enum(matterKinds)).min(1).max(50).nullable().default(null),
      withinDistricts: z.array(districtCode).min(1).max(16).nullable().default(null),
      limitFen: fen.nullable().default(null),
    }),
  }),
  endDelegation: command({
    ...shared,
    clause: 'CL-24',
    who: inOffice,
    schema: z.strictObject({ delegation: cause }),
  }),
  /** out of office; `person` null: oneself @rule R-OA-14 */
  recordAbsence: command({
    ...shared,
    clause: 'CL-24',
    who: inOffice,
    schema: z.strictObject({ person: official.nullable().default(null), from: civilDate, to: civilDate }),
  }),
  endAbsence: command({
    ...shared,
    clause: 'CL-24',
    who: inOffice,
    schema: z.strictObject({ absence: cause }),
  }),
  nameLeader: command({
    ...shared,
    clause: 'CL-41',
    who: ['districtGovernment', 'systemAdministrator'],
    schema: z.strictObject({ post: postCode, agendaMeetingOn: civilDate, minutesNumber: shortText(60) }),
  }),
  establishMechanism: command({
    ...shared,
    clause: 'CL-31',
    who: ['districtGovernment', 'systemAdministrator'],
    schema: z.strictObject({ responsibleBody: bodyRef, description: passage() }),
  }),
  establishLaborMechanism: command({
    ...shared,
    clause: 'CL-32',
    who: ['districtGovernment', 'systemAdministrator'],
    schema: z.strictObject({ id: reference, partyTypes: z.array(z.enum(laborPartyTypes)).max(5) }),
  }),
  recordLaborSurvey: command({
    ...shared,
    clause: 'CL-32',
    who: ['districtGovernment', 'systemAdministrator'],
    schema: z.strictObject({
      id: reference,
      on: civilDate,
      surveyed: z.int().nonnegative(),
      willing: z.int().nonnegative(),
      skilled: z.int().nonnegative(),
    }),
  }),
  recordGuidance: command({
    ...shared,
    clause: 'CL-31',
    who: ['districtGovernment', 'developmentReform', 'agriculture', 'systemAdministrator'],
    schema: z.strictObject({ by: bodyRef, on: civilDate, topic: shortText(200), result: passage(1000) }),
  }),
};

type Data<T extends keyof typeof organizationCommands> = z.output<(typeof organizationCommands)[T]['schema']>;

export interface OrganizationEvents {
  BodyRegistered: Omit<Data<'registerBody'>, 'kind'> & { kind: BodyKind };
  PostCreated: { postId: string; name: string; kind: PostKind };
  HolderAppointed: Data<'appointHolder'>;
  AppointmentEnded: Data<'endAppointment'>;
  PostDelegated: Omit<Delegation, 'id' | 'endedAt'> & { delegation: string };
  DelegationEnded: { delegation: string };
  AbsenceRecorded: { absence: string; person: string; from: string; to: string };
  AbsenceEnded: { absence: string };
  LeaderNamed: Leader;
  MechanismEstablished: Mechanism;
  LaborMechanismEstablished: LaborMechanism;
  LaborSurveyed: Survey;
  GuidanceRecorded: Data<'recordGuidance'>;
}
