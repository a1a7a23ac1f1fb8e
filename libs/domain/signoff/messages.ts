import { z } from 'zod';
import { command } from '../command';
import { bodyRef, civilDate, digest, freeText, passage } from '../shapes';
import { postKinds, takingPart } from '../organization/roles';
import { isStreamId } from '../stream';
import { stopReasons, urgencies } from './clocks';
import { decisions } from './matter';
import { matterAct } from './matter-acts';
import { stepId } from './route-plan';

const shared = { stream: 'signoff', stage: 'cross', via: 'workflow', clause: 'CL-24', reads: [] } as const;

const seat = z
  .string()
  .regex(/^[a-zA-Z][a-zA-Z0-9-]{0,39}#\d{1,3}\.\d{1,3}$/, '请从待办中打开')
  .meta({ widget: 'seat' });
/** a circulation, a supervision or an escalation of the matter */
const aroundId = z
  .string()
  .regex(/^[cse]\d{1,3}$/, '请从待办中打开')
  .meta({ widget: 'around' });
const signer = z.strictObject({ body: bodyRef, post: z.enum(postKinds) }).meta({ widget: 'signer' });

/** What was looked at when deciding: another round or another version since then makes the act stale. */
const seen = { round: z.int().positive(), documentVersion: z.int().positive() };

/** Whoever owes the act from a seat: the step's signers are of many bodies, so the seat decides, not the role. */
const anyOffice = [
  ...takingPart,
  'villageSupervision',
  'supervisionEngineer',
  'municipalDepartment',
  'leaderInCharge',
] as const;

export const signoffCommands = {
  startMatter: command({
    ...shared,
    who: anyOffice,
    creates: true,
    reads: ['route', 'matterSubject', 'openMatter', 'paper'],
    schema: z.strictObject({
      title: passage(100),
      urgency: z.enum(urgencies).default('normal'),
      /** the stream it decides about: a project, a pay period, a plan */
      subject: z.string().refine(isStreamId, '请选择项目或其他办理对象'),
      act: matterAct,
      digest,
    }),
  }),
  submitDraft: command({
    ...shared,
    who: anyOffice,
    reads: ['openMatter', 'hands', 'paper'],
    /** `act`: drawn up anew; null where it stays as it was */
    schema: z.strictObject({ seat, act: matterAct.nullable().default(null), digest, round: seen.round }),
  }),
  giveDecision: command({
    ...shared,
    who: anyOffice,
    reads: ['hands'],
    schema: z.strictObject({
      seat,
      decision: z.enum(decisions),
      opinion: freeText().nullable().default(null),
      ...seen,
    }),
  }),
  returnMatter: command({
    ...shared,
    who: anyOffice,
    reads: ['hands'],
    schema: z.strictObject({ seat, toStep: stepId, onward: z.enum(['again', 'back']), reason: freeText(), ...seen }),
  }),
  recallAct: command({ ...shared, who: anyOffice, reads: ['hands'], schema: z.strictObject({ seat }) }),
  addSigner: command({
    ...shared,
    who: anyOffice,
    reads: ['signerHeld', 'hands'],
    schema: z.strictObject({ seat, position: z.enum(['before', 'after', 'assist']), signer, ...seen }),
  }),
  removeSigner: command({ ...shared, who: anyOffice, reads: ['hands'], schema: z.strictObject({ seat }) }),
  reassignSeat: command({
    ...shared,
    who: anyOffice,
    reads: ['signerHeld', 'hands'],
    schema: z.strictObject({ seat, signer, reason: freeText(), ...seen }),
  }),
  copyMatter: command({
    ...shared,
    who: anyOffice,
    schema: z.strictObject({ recipients: z.array(signer).min(1).max(50) }),
  }),
  circulateMatter: command({
    ...shared,
    who: anyOffice,
    schema: z.strictObject({ readers: z.array(signer).min(1).max(50) }),
  }),
  markRead: command({
    ...shared,
    who: anyOffice,
    schema: z.strictObject({ circulation: aroundId, note: freeText().nullable().default(null) }),
  }),
  superviseMatter: command({
    ...shared,
    who: anyOffice,
    schema: z.strictObject({ demand: freeText(), dueOn: civilDate }),
  }),
  reportOnSupervision: command({
    ...shared,
    who: anyOffice,
    schema: z.strictObject({ supervision: aroundId, report: freeText(2000) }),
  }),
  closeSupervision: command({
    ...shared,
    who: anyOffice,
    schema: z.strictObject({ supervision: aroundId, conclusion: freeText() }),
  }),
  urgeMatter: command({ ...shared, who: anyOffice, schema: z.strictObject({}) }),
  pauseClock: command({
    ...shared,
    who: anyOffice,
    reads: ['bodies'],
    /** `seat`: of the step whose clock it is; `awaited`: whose part is waited for */
    schema: z.strictObject({ seat, reason: z.enum(stopReasons), awaited: bodyRef, note: freeText() }),
  }),
  resumeClock: command({ ...shared, who: anyOffice, schema: z.strictObject({ seat, note: freeText() }) }),
  followUpLapse: command({
    ...shared,
    who: anyOffice,
    schema: z.strictObject({ escalation: aroundId, note: freeText() }),
  }),
  withdrawMatter: command({ ...shared, who: anyOffice, schema: z.strictObject({ reason: freeText() }) }),
};
