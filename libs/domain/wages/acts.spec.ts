import fc from 'fast-check';
import { attended, fileDigest, march, paidParties, payFacts, worker } from '../../../test/support/projects-pay';
import { baseFacts } from '../../../test/support/facts';
import type { Command } from '../command';
import { decide, emptyState, evolve } from '../decider';
import type { AnyFacts, WageLineFact } from '../facts';
import type { Role } from '../organization/roles';
import { isRefusal } from '../rules';
import type { RowSet, WageActRow, WageLineRow } from '../rows';
import type { StreamState } from '../state';
import type { WagePeriod } from './period';

/** The stream with its rows as a store would keep them, so that each act reads what the acts before it have left. */
class Store {
  state: StreamState;
  readonly lines: WageLineRow[] = [];
  readonly acts: WageActRow[] = [];

  constructor() {
    this.state = emptyState(march);
    const attendance = [1, 2, 3].map((n) => attended(worker(n), '2026-03-31', { minutes: 480 + 60 * n }));
    this.attendance = attendance;
    this.act('openPeriod', {}, 'system', 'system');
    this.act('drawUpSheet', { deductions: [], claimed: [] }, 'laborPayOfficer', 'badaling-works');
    this.act('reviewSheet', { edition: 1, outcome: 'agreed', opinion: '一致' }, 'township', 'jiuxian-town');
  }
  attendance: ReturnType<typeof attended>[];

  facts(): WageLineFact[] {
    const standing = new Map<string, WageLineRow>();
    for (const row of this.lines) standing.set(row.personRef, row);
    return [...standing.values()].map((row) => {
      const own = this.acts.filter(({ personRef, edition }) => personRef === row.personRef && edition === row.edition);
      const status = own.at(-1)?.act ?? 'open';
      return { ...row, status, receivedFen: status === 'received' ? row.netFen : 0, ownCard: true };
    });
  }

  /** Decides and, where nothing stands against it, records. */
  act(type: string, data: object, role: Role, body: string, person = `person-${role}`, on = '2026-04-30'): boolean {
    const command = {
      id: 'c',
      stream: march,
      type,
      data,
      ...(type === 'reviewSheet' && { basis: { signoff: 'signoff/m-demo', headHash: 'sm3:0' } }),
      at: `${on}T02:00:00.000Z`,
      actor:
        role === 'system'
          ? { person: 'system', body: 'system', post: 'system' }
          : { person, body, post: role === 'worker' ? 'worker' : `post-${role}` },
    } as Command;
    const facts: AnyFacts = { ...baseFacts(on, role), ...payFacts(this.attendance, { wageLines: this.facts() }) };
    const decision = decide(this.state, command, facts);
    if (isRefusal(decision)) return false;
    for (const { rows, ...event } of decision.events as readonly { type: string; data: unknown; rows?: RowSet }[]) {
      if (rows?.table === 'wageLine') this.lines.push(...rows.rows);
      if (rows?.table === 'wageAct') this.acts.push(...rows.rows);
      this.state = evolve(this.state, {
        ...event,
        stream: march,
        version: this.state.version + 1,
        occurredAt: command.at,
        recordedAt: command.at,
        actor: command.actor,
        commandId: 'c',
        backfilled: false,
      });
    }
    return true;
  }
}

const someone = fc.constantFrom(1, 2, 3);
const anyAct = fc.oneof(
  fc.record({ act: fc.constant('confirm'), n: someone }),
  fc.record({ act: fc.constant('onSite'), n: someone }),
  fc.record({ act: fc.constant('dispute'), n: someone }),
  fc.record({ act: fc.constant('uphold'), n: someone }),
  fc.record({ act: fc.constant('correct'), n: someone }),
  fc.record({ act: fc.constant('mark'), n: someone }),
  fc.record({ act: fc.constant('pay'), n: someone }),
  fc.record({ act: fc.constant('payAll'), n: someone }),
  fc.record({ act: fc.constant('receive'), n: someone }),
  fc.record({ act: fc.constant('sendBack'), n: someone }),
  fc.record({ act: fc.constant('close'), n: someone }),
  fc.record({ act: fc.constant('reserve'), n: someone }),
  fc.record({ act: fc.constant('file'), n: someone }),
  fc.record({ act: fc.constant('settle'), n: someone }),
);

const works = paidParties.contractor!;
const notices = [
  { on: '2026-04-30', way: 'phone' },
  { on: '2026-05-06', way: 'visit' },
];

function perform(store: Store, act: string, n: number): boolean {
  const personRef = worker(n);
  const edition = store.facts().find((line) => line.personRef === personRef)?.edition ?? 1;
  const pay = {
    batch: 'B',
    way: 'card',
    payee: 'worker',
    exception: null,
    late: { ground: 'bankFailure', explanation: '系统维护' },
  };
  const receipt = (outcome: string) => ({
    lines: [{ personRef, outcome, reference: 'R', ...(outcome === 'returned' && { reason: 'other' }) }],
  });
  const later = '2026-05-06';
  switch (act) {
    case 'confirm':
      return store.act('confirmLine', { personRef, edition }, 'worker', '', personRef, later);
    case 'onSite': {
      const paper = { way: 'paper', witness: null, evidence: fileDigest, by: 'worker', authority: null };
      return store.act('confirmOnSite', { personRef, edition, ...paper }, 'laborPayOfficer', works, undefined, later);
    }
    case 'dispute':
      return store.act('disputeLine', { personRef, edition, reason: '少记' }, 'worker', '', personRef, later);
    case 'uphold':
      return store.act(
        'resolveDispute',
        { personRef, outcome: 'upheld', answer: '核对', deductions: [] },
        'contractor',
        works,
        undefined,
        later,
      );
    case 'correct':
      store.attendance = store.attendance.map((row) =>
        row.personRef === personRef ? { ...row, minutes: row.minutes + 1 } : row,
      );
      return store.act(
        'resolveDispute',
        { personRef, outcome: 'corrected', answer: '补记', deductions: [] },
        'contractor',
        works,
        undefined,
        later,
      );
    case 'mark':
      return store.act(
        'markUnconfirmed',
        { lines: [{ personRef }], notices },
        'laborPayOfficer',
        works,
        undefined,
        later,
      );
    case 'pay':
      return store.act('recordPayment', { ...pay, lines: [{ personRef }] }, 'contractor', works, undefined, later);
    case 'payAll':
      return store.act('recordPayment', pay, 'contractor', works, undefined, later);
    case 'receive':
      return store.act('recordReceipt', receipt('received'), 'contractor', works, undefined, later);
    case 'sendBack':
      return store.act('recordReceipt', receipt('returned'), 'contractor', works, undefined, later);
    case 'close': {
      const ground = { ground: 'deposited', reference: 'D', evidence: fileDigest };
      return store.act('closeLine', { personRef, ...ground }, 'township', 'jiuxian-town', undefined, later);
    }
    case 'reserve': {
      const { fen } = (store.state.subject as WagePeriod).tally.disputed;
      return store.act('reserveDisputed', { amountFen: fen, reference: 'Y' }, 'contractor', works, undefined, later);
    }
    case 'file': {
      const slipsIssued = (store.state.subject as WagePeriod).tally.received.lines;
      const filing = { filedWith: 'yanqing-labor', number: 'N', slipsIssued };
      return store.act('fileLedger', filing, 'laborPayOfficer', works, undefined, later);
    }
    default:
      return store.act('settlePeriod', {}, 'laborPayOfficer', works, undefined, later);
  }
}

const payableBefore = ['confirmed', 'unconfirmed', 'returned'];

describe('for any sequence of acts on the lines', () => {
  // Real months run from confirmation to settlement; weighting chance towards that would hide the odd turns.
  const acts = fc.array(anyAct, { minLength: 10, maxLength: 60 });

  it('no line is paid twice and none without confirmation or mark; the counts are those of the rows', () => {
    fc.assert(
      fc.property(acts, (sequence) => {
        const store = new Store();
        for (const { act, n } of sequence) perform(store, act, n);
        for (const { personRef } of store.facts()) {
          const own = store.acts.filter((row) => row.personRef === personRef);
          own.forEach(({ act }, index) => {
            if (act === 'paid') expect(payableBefore).toContain(own[index - 1]?.act);
            if (act === 'received' || act === 'returned') expect(own[index - 1]?.act).toBe('paid');
          });
          expect(own.filter(({ act }) => act === 'received').length).toBeLessThanOrEqual(1);
        }
        const { tally } = store.state.subject as WagePeriod;
        for (const [status, { lines, fen }] of Object.entries(tally)) {
          const standing = store.facts().filter((line) => line.status === status);
          expect([status, lines, fen]).toEqual([
            status,
            standing.length,
            standing.reduce((sum, { netFen }) => sum + netFen, 0),
          ]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('R-PAY-21: settles exactly when every line is received, closed, or disputed with its money set aside, and the ledger filed', () => {
    fc.assert(
      fc.property(acts, (sequence) => {
        const store = new Store();
        for (const { act, n } of sequence) if (act !== 'settle') perform(store, act, n);
        const { ledger, reservedFen } = store.state.subject as WagePeriod;
        const disputed = store.facts().filter(({ status }) => status === 'disputed');
        const ended = store.facts().every(({ status }) => ['received', 'closed', 'disputed'].includes(status));
        const reserved = disputed.reduce((sum, { netFen }) => sum + netFen, 0) <= reservedFen;
        expect(perform(store, 'settle', 1)).toBe(ended && reserved && ledger !== null);
      }),
      { numRuns: 60 },
    );
  });

  it('the straight way through a month ends settled', () => {
    const store = new Store();
    const way = ['confirm', 'pay', 'sendBack', 'pay', 'receive'].flatMap((act) => [1, 2, 3].map((n) => ({ act, n })));
    expect(way.map(({ act, n }) => perform(store, act, n))).not.toContain(false);
    expect(perform(store, 'file', 1) && perform(store, 'settle', 1)).toBe(true);
    expect((store.state.subject as WagePeriod).status).toBe('settled');
  });
});
