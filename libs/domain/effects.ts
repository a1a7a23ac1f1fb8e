import type { ApprovalEvents } from './approval/messages';
import type { IssuedText, Replaced } from './document/issue';
import type { Recorded } from './event';
import type { CommandType } from './registry';
import type { StreamState } from './state';
import type { PlanEvents } from './plan/messages';
import { listed, listVersion, type Plan } from './plan/plan';
import { segmentOf, type Project } from './project';
import { monthOf } from './calendar';
import { kindOf, projectStream, wagesStream, type StreamId } from './stream';
import type { WagePeriod } from './wages/period';

/** A command that follows from an event in another stream; the outbox delivers it until it is acknowledged. */
export interface Effect {
  stream: StreamId;
  type: CommandType;
  data: object;
}

/**
 * What an event sets going elsewhere.
 * @param state the state of the event's own stream after it
 */
export function effectsOf(event: Recorded, state: StreamState): Effect[] {
  switch (kindOf(event.stream)) {
    case 'project':
      return [...periodsToOpen(event, state.subject as Project), ...documentsMoved(event, state.subject as Project)];
    case 'wages':
      return notesToProject(event, state);
    case 'plan':
      return [...projectsToList(event, state.subject as Plan), ...planDocumentsMoved(event, state.subject as Plan)];
    case 'signoff':
    case 'organization':
    case 'rulebook':
    case 'evaluation':
    case 'document':
      return [];
  }
}

/** The month's pay period begins with its first attendance; one that is open already is not opened again. @rule R-PAY-18 */
function periodsToOpen({ type, data }: Recorded, project: Project): Effect[] {
  if (type !== 'AttendanceRecorded' && type !== 'AttendanceCorrected') return [];
  const { segmentId, on, countsIn } = data as { segmentId: string; on: string; countsIn?: string };
  const period = countsIn ?? monthOf(on);
  const known = segmentOf(project, segmentId)?.wages.periods ?? [];
  if (known.some((one) => one.period === period)) return [];
  return [{ stream: wagesStream(project.id, segmentId, period), type: 'openPeriod', data: {} }];
}

/** What the approved list says of a project that is proposed here, the project is told. @rule R-PLAN-05 */
function projectsToList({ type, data }: Recorded, plan: Plan): Effect[] {
  const told = new Set(['EntryAdded', 'EntryChanged', 'EntryResumed']);
  const entries =
    type === 'PlanApproved'
      ? listed(plan)
      : listed(plan).filter(({ id }) => told.has(type) && id === (data as { id: string }).id);
  return entries.flatMap(({ project, standing, paused }): Effect[] => {
    if (project === null || paused) return [];
    const stream = projectStream(project);
    return standing === 'active'
      ? [{ stream, type: 'listProject', data: { year: plan.year, listVersion: listVersion(plan) } }]
      : [{ stream, type: 'reserveProject', data: {} }];
  });
}

/** What went out with an act on a plan, or is void. @rule R-DOC-10 */
function planDocumentsMoved({ type, data }: Recorded, plan: Plan): Effect[] {
  if (type === 'PlanDocumentVoided') {
    const { number, reason } = data as PlanEvents['PlanDocumentVoided'];
    const issued = plan.documents.find((one) => one.number === number)?.document;
    return issued ? [{ stream: issued.stream, type: 'revokeDocument', data: { number, reason } }] : [];
  }
  const { issued } = data as { issued?: PlanEvents['PlanDocumentIssued']['issued'] };
  if (!issued) return [];
  return issuedAndReplaced(issued, issued.document);
}

/** A document follows what was decided about its subject: the number it got, or that it is void. @rule R-DOC-10 */
function documentsMoved({ type, data }: Recorded, { approval: { reply, allocations } }: Project): Effect[] {
  switch (type) {
    case 'ApprovalReplyIssued':
    case 'FundAllocationIssued': {
      const issued = data as ApprovalEvents['ApprovalReplyIssued'];
      return issued.document ? issuedAndReplaced(issued, issued.document) : [];
    }
    case 'DocumentVoided': {
      const { number, reason } = data as ApprovalEvents['DocumentVoided'];
      const issued = [...(reply ? [reply] : []), ...allocations].find((one) => one.number === number)?.document;
      return issued ? [{ stream: issued.stream, type: 'revokeDocument', data: { number, reason } }] : [];
    }
    default:
      return [];
  }
}

/** A document that went out is numbered, and the one whose place it took is told. */
function issuedAndReplaced(
  { number, on, replaces }: { number: string; on: string; replaces?: Replaced },
  { stream, version, matter }: IssuedText,
): Effect[] {
  const numbered: Effect = { stream, type: 'numberDocument', data: { number, on, version, matter } };
  if (!replaces?.document) return [numbered];
  return [
    numbered,
    { stream: replaces.document, type: 'supersedeDocument', data: { by: number, document: stream, on } },
  ];
}

function notesToProject(event: Recorded, state: StreamState): Effect[] {
  const { projectId, segmentId, period } = state.subject as WagePeriod;
  const stream = projectStream(projectId);
  switch (event.type) {
    case 'PeriodOpened':
      return [{ stream, type: 'noteWagePeriodOpened', data: { segmentId, period } }];
    case 'PeriodSettled':
      return [{ stream, type: 'noteWagePeriodSettled', data: { segmentId, period, ...(event.data as object) } }];
    default:
      return [];
  }
}
