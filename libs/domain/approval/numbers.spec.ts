import fc from 'fast-check';
import { decideAndSettle, emptyState, evolve } from '../decider';
import type { Command } from '../command';
import type { AnyFacts, SeriesFact } from '../facts';
import type { Claim } from '../rules';
import type { StreamState } from '../state';
import { baseFacts } from '../../../test/support/facts';
import { filed, fileDigest, fundLine, listed, requirement } from '../../../test/support/projects';
import { allot, documentNumber, isDocumentNumber, numberBreaches } from './numbers';

describe('a document number', () => {
  it('R-DOC-10: has code, year in brackets and a serial without leading zeros', () => {
    expect(documentNumber('延发改', '2026', 12)).toBe('延发改〔2026〕12号');
    expect(isDocumentNumber('京发改〔2023〕1336号')).toBe(true);
  });
  it.each(['延发改[2026]12号', '延发改〔2026〕012号', '〔2026〕12号', '延发改〔26〕12号', '延发改〔2026〕12'])(
    'R-DOC-10: is not “%s”',
    (text) => {
      expect(isDocumentNumber(text)).toBe(false);
    },
  );
  it('R-DOC-10: is refused when taken, voided or not', () => {
    const rules = (taken: string[]) => numberBreaches('延发改〔2026〕12号', { taken }).map(({ rule }) => rule);
    expect(rules([])).toEqual([]);
    expect(rules(['延发改〔2026〕12号'])).toEqual(['R-DOC-10']);
  });
  it('R-DOC-10: comes from the series; a paper entered afterwards keeps its own, of its organ', () => {
    const series: SeriesFact = { code: '延发改', nextSerial: 3, taken: [] };
    expect(allot(null, series, { on: '2026-03-02' })).toEqual({ number: '延发改〔2026〕3号', breaches: [] });
    expect(allot('延发改〔2024〕8号', series, { on: '2024-05-02', backfilled: true }).breaches).toEqual([]);
    expect(allot('延财〔2024〕8号', series, { on: '2024-05-02', backfilled: true }).breaches).toHaveLength(1);
    expect(allot('延发改〔2026〕8号', series, { on: '2026-03-02' }).breaches).toHaveLength(1);
  });
});

type Step = {
  act: 'file' | 'reply' | 'allocate' | 'void';
  project: number;
  serial: number;
  pick: number;
  filingOwn: boolean;
};

/** Several projects, one claim table, and organs that issue and void: what the recorder does, without its database. */
class Office {
  private readonly claims = new Map<string, string>();
  private readonly streams: StreamState[];
  readonly numbers: string[] = [];
  readonly voided: string[] = [];

  constructor(projects: number) {
    const fundLines = [fundLine({ amountFen: 1_000_000 })];
    this.streams = Array.from({ length: projects }, (_, index): StreamState => {
      const documents = [filed({ number: `四政发〔2025〕${index + 1}号`, kind: 'implementationPlan' })];
      const project = listed({ planning: { fundLines }, approval: { mode: 'contractor', documents } });
      return { ...emptyState(`project/p-${index}`), version: 1, subject: project };
    });
  }

  take({ act, project, serial, pick, filingOwn }: Step, turn: number): void {
    const body = act === 'allocate' ? 'yq-fin' : 'yq-water';
    const code = act === 'allocate' ? '延财' : '延水发';
    const number = `${filingOwn ? '延水发' : '四政发'}〔2026〕${serial}号`;
    const issuing = { title: '通知', requirement, number: null };
    const known = this.numbers[pick % Math.max(1, this.numbers.length)] ?? '无';
    const data = {
      file: {
        kind: 'supplement',
        organ: '四海镇',
        number,
        on: '2026-02-01',
        digest: fileDigest,
        requirement,
        chapter: [],
        totalFen: null,
        makeUpBy: null,
      },
      reply: issuing,
      allocate: { ...issuing, fundLineId: 'f1', amountFen: 1, tilt: null },
      void: { number: known, reason: '编重' },
    }[act];
    const type = {
      file: 'fileDocument',
      reply: 'issueApprovalReply',
      allocate: 'issueFundAllocation',
      void: 'voidDocument',
    }[act];
    const state = this.streams[project]!;
    const command: Command = {
      id: `c${turn}`,
      stream: state.stream,
      type,
      data,
      at: '2026-03-02T02:00:00.000Z',
      actor: { person: 'official', body, post: 'approver' },
      readRevision: state.version,
      basis: { signoff: 'signoff/m-demo', headHash: 'sm3:0' },
    };
    const settled = decideAndSettle(state, command, this.facts(code, number));
    if ('refused' in settled) return;
    for (const claim of settled.recording.claims ?? []) this.claim(claim);
    this.streams[project] = settled.events.reduce<StreamState>(
      (folded, { type: recorded, data: kept }) =>
        evolve(folded, {
          stream: state.stream,
          version: folded.version + 1,
          type: recorded,
          data: kept,
          occurredAt: command.at,
          recordedAt: command.at,
          actor: command.actor,
          commandId: command.id,
          backfilled: false,
        }),
      state,
    );
    this.keep(settled.events);
  }

  private keep(events: readonly { type: string; data: unknown }[]): void {
    for (const { type, data } of events) {
      const { number } = data as { number?: string };
      if (number === undefined) continue;
      if (type === 'DocumentVoided') this.voided.push(number);
      else this.numbers.push(number);
    }
  }

  private facts(code: string, named: string): AnyFacts {
    const serials = [...this.claims.keys()]
      .filter((key) => key.startsWith(`${code}〔2026〕`))
      .map((key) => Number(/〕(\d+)号/.exec(key)![1]));
    const series = { code, nextSerial: Math.max(0, ...serials) + 1, taken: this.claims.has(named) ? [named] : [] };
    return { ...baseFacts('2026-03-02', 'sectorDepartment'), series };
  }

  /** As the table's unique key would: the same holder may take a key again, another may not. */
  private claim({ key, holder }: Claim): void {
    const held = this.claims.get(key);
    if (held !== undefined && held !== holder) throw new Error(`${key} is taken by ${held}`);
    this.claims.set(key, holder);
  }
}

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom('file', 'reply', 'allocate', 'void'),
  project: fc.nat({ max: 2 }),
  serial: fc.integer({ min: 1, max: 6 }),
  pick: fc.nat({ max: 20 }),
  filingOwn: fc.boolean(),
});

describe('numbers over many acts', () => {
  it('R-DOC-10: no two events bear one number, and a voided one never returns', () => {
    let issued = 0;
    let voided = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 60 }), (steps) => {
        const office = new Office(3);
        steps.forEach((one, turn) => {
          office.take(one, turn);
        });
        issued += office.numbers.length;
        voided += office.voided.length;
        expect(new Set(office.numbers).size).toBe(office.numbers.length);
        expect(new Set(office.voided).size).toBe(office.voided.length);
      }),
      { numRuns: 60, seed: 20231017 },
    );
    // The walk would prove nothing if all acts were refused.
    expect(issued).toBeGreaterThan(400);
    expect(voided).toBeGreaterThan(20);
  });
});
