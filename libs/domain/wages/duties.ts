import type { DutyDraft } from '../duty';
import type { AnyFacts } from '../facts';
import { employerFor } from '../mobilization/segment-order';
import type { Project } from '../project';
import { checkersOf } from './employers';
import { isComplete, owed, settledBehind, type WagePeriod } from './period';

type Parameters = Pick<AnyFacts, 'parameters'>;

/**
 * Who owes what until a month's pay is in every hand. The duty for pay opens with the period and ends when no undisputed
 * money is owed any more: a transfer that came back keeps it open. @clause CL-34
 */
export function wagesDuties(period: WagePeriod, { parameters }: Parameters): DutyDraft[] {
  const { status, sheet, tally, payOn, sheetDueOn, disputes, reservedFen, ledger, segmentId } = period;
  const [employer] = period.employers;
  const [checker] = checkersOf(period);
  if (employer === undefined) return [];
  const officer = { body: employer, post: 'laborPayOfficer' };
  const payDay = { on: payOn };
  const usual = { workingDays: parameters['step.limit.default'] ?? 5 };
  const duty = (draft: Omit<DutyDraft, 'clause' | 'segmentId' | 'key'> & { key?: string }): DutyDraft => ({
    key: `wages/${draft.command}`,
    clause: 'CL-34',
    segmentId,
    ...draft,
  });
  const drawn = sheet !== null && status !== 'open';
  const owes = owed(period).lines > 0;
  const complete = isComplete(period);
  const duties: (DutyDraft | false)[] = [
    (!drawn || owes) &&
      duty({
        key: 'wages/pay',
        kind: 'pay',
        rule: 'R-PAY-17',
        owner: { body: employer },
        command: 'recordPayment',
        limit: payDay,
      }),
    !drawn &&
      duty({
        key: `wages/drawUpSheet/${(sheet?.edition ?? 0) + 1}`,
        kind: 'act',
        rule: 'R-WAGE-20',
        owner: officer,
        command: 'drawUpSheet',
        limit: sheet ? usual : { on: sheetDueOn },
      }),
    status === 'drawn' &&
      checker !== undefined &&
      duty({
        key: `wages/reviewSheet/${sheet?.edition ?? 0}`,
        kind: 'check',
        rule: 'R-NAT-23',
        owner: { body: checker },
        command: 'reviewSheet',
        limit: usual,
      }),
    drawn &&
      tally.open.lines + tally.resolved.lines > 0 &&
      duty({ kind: 'act', rule: 'R-CONF-01', owner: officer, command: 'confirmOnSite', limit: payDay }),
    tally.paid.lines > 0 &&
      duty({ kind: 'act', rule: 'R-PAY-21', owner: { body: employer }, command: 'recordReceipt', limit: usual }),
    tally.disputed.fen > reservedFen &&
      duty({ kind: 'act', rule: 'R-WAGE-22', owner: { body: employer }, command: 'reserveDisputed', limit: payDay }),
    complete &&
      ledger === null &&
      tally.received.lines + tally.closed.lines > 0 &&
      duty({ kind: 'act', rule: 'R-NAT-14', owner: officer, command: 'fileLedger', limit: usual }),
    complete &&
      (ledger !== null || tally.received.lines + tally.closed.lines === 0) &&
      (status !== 'settled' || settledBehind(period)) &&
      duty({ kind: 'act', rule: 'R-PAY-21', owner: officer, command: 'settlePeriod', limit: usual }),
  ];
  const replies = disputes.map(({ no }) =>
    duty({
      key: `wages/resolveDispute/${no}`,
      kind: 'reply',
      rule: 'R-WAGE-22',
      owner: { body: employer },
      command: 'resolveDispute',
      limit: { workingDays: parameters['pay.dispute.reply'] ?? 3 },
    }),
  );
  return [...duties.filter((one): one is DutyDraft => one !== false), ...replies];
}

/** A segment whose works are complete leaves the stage by the employer's act, once its periods are settled. */
export function segmentWagesDuties(project: Project, { parameters }: Parameters): DutyDraft[] {
  return project.segments
    .filter(({ stage, wages }) => stage === 'wages' && wages.periods.every(({ status }) => status === 'settled'))
    .map((segment) => ({
      key: `wages/settleSegmentWages/${segment.id}`,
      kind: 'act',
      clause: 'CL-34',
      rule: 'R-PAY-21',
      owner: { body: employerFor(project, segment), post: 'laborPayOfficer' },
      command: 'settleSegmentWages',
      segmentId: segment.id,
      limit: { workingDays: parameters['step.limit.default'] ?? 5 },
    }));
}
