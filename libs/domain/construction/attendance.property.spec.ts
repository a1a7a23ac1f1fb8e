import fc from 'fast-check';
import { baseFacts } from '../../../test/support/facts';
import { agreedRow, building, courseRow, person, rowsOf } from '../../../test/support/projects-segments';
import type { Command } from '../command';
import { decide, emptyState, evolve } from '../decider';
import type { Recorded } from '../event';
import type { AnyFacts } from '../facts';
import type { Project } from '../project';
import type { AttendanceRow } from '../rows';
import { isRefusal } from '../rules';
import type { StreamState } from '../state';

const stream = 'project/p-demo';
const days = ['2026-03-02', '2026-03-03', '2026-03-04'];
const people = [1, 2, 3].map(person);

/** Rows and claims as the recorder would keep them, beside the state. */
class Site {
  state: StreamState = { ...emptyState(stream), version: 1, subject: building() as Project };
  rows: AttendanceRow[] = [];
  claims = new Map<string, string>();

  standing(on: string): AttendanceRow[] {
    const highest = new Map<string, AttendanceRow>();
    for (const row of this.rows.filter((one) => one.on === on)) {
      const held = highest.get(row.personRef);
      if (!held || row.edition > held.edition) highest.set(row.personRef, row);
    }
    return [...highest.values()];
  }

  execute(type: string, data: { on: string }): void {
    const held = people.flatMap((personRef) => {
      const holder = this.claims.get(`${personRef}/${data.on}`);
      return holder === undefined ? [] : [[personRef, holder] as const];
    });
    const facts: AnyFacts = {
      ...baseFacts('2026-03-05', 'contractor'),
      rosterOf: people.map((personRef) => agreedRow(personRef)),
      coursesOf: people.map((personRef) => courseRow(personRef)),
      attendance: { rows: this.standing(data.on), digest: 'sm3:0' },
      daysHeld: Object.fromEntries(held),
      sheetPeriods: [],
    };
    const command: Command = {
      id: `command-${this.state.version}`,
      stream,
      type,
      data,
      at: '2026-03-05T02:00:00.000Z',
      actor: { person: 'person-officer', body: 'builder-yq', post: 'pay-officer' },
      readRevision: this.state.version,
    };
    const decision = decide(this.state, command, facts);
    if (isRefusal(decision)) return;
    for (const claim of decision.claims ?? []) {
      expect(this.claims.get(claim.key) ?? claim.holder).toBe(claim.holder);
      this.claims.set(claim.key, claim.holder);
    }
    for (const { key } of decision.releases ?? []) this.claims.delete(key);
    for (const draft of decision.events) {
      if (draft.type !== 'AttendanceSealed') this.rows.push(...rowsOf('attendance', draft));
      this.state = evolve(this.state, {
        ...draft,
        stream,
        version: this.state.version + 1,
        occurredAt: command.at,
      } as unknown as Recorded);
    }
  }
}

const entry = fc.record({
  personRef: fc.constantFrom(...people),
  minutes: fc.integer({ min: 1, max: 480 }),
  struck: fc.boolean(),
});
const step = fc.record({
  act: fc.constantFrom('recordAttendance', 'correctAttendance', 'sealDay'),
  on: fc.constantFrom(...days),
  entries: fc.array(entry, { minLength: 1, maxLength: 2 }),
});

function dataOf({
  act,
  on,
  entries,
}: {
  act: string;
  on: string;
  entries: { personRef: string; minutes: number; struck: boolean }[];
}) {
  if (act === 'sealDay') return { segmentId: 's1', on };
  const workers = entries.map(({ personRef, minutes, struck }) => {
    const out = struck && act === 'correctAttendance';
    return {
      personRef,
      postId: 'p1',
      cameAt: out ? null : '08:00',
      leftAt: out ? null : '17:00',
      minutes: out ? 0 : minutes,
      outputMilli: 0,
    };
  });
  return { segmentId: 's1', on, method: 'paper', reason: '更正', settlesDispute: false, workers };
}

describe('attendance under any order of recording, correcting and sealing', () => {
  it('R-ATT-01, R-ATT-16: nobody has two standing rows on a day, editions never repeat, and sealed sums equal the standing rows', () => {
    const reached = { sealed: 0, corrected: 0 };
    fc.assert(
      fc.property(fc.array(step, { minLength: 12, maxLength: 40, size: 'max' }), (steps) => {
        const site = new Site();
        for (const one of steps) site.execute(one.act, dataOf(one));

        const editions = site.rows.map(({ personRef, on, edition }) => `${personRef}/${on}/${edition}`);
        expect(new Set(editions).size).toBe(editions.length);

        const { sealed, sealedDays, sealedMinutes, unsealedDays } = (site.state.subject as Project).segments[0]!
          .construction;
        for (const { on, persons, minutes } of sealed) {
          const worked = site.standing(on).filter((row) => row.minutes > 0);
          expect([persons, minutes]).toEqual([worked.length, worked.reduce((sum, row) => sum + row.minutes, 0)]);
        }
        expect(sealed.length).toBe(sealedDays);
        expect(sealed.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(sealedMinutes);
        expect(sealed.filter(({ on }) => unsealedDays.includes(on))).toEqual([]);

        const held = days.flatMap((on) =>
          site
            .standing(on)
            .filter((row) => row.minutes > 0)
            .map((row) => `${row.personRef}/${on}`),
        );
        expect([...site.claims.keys()].toSorted()).toEqual(held.toSorted());
        reached.sealed += sealedDays;
        reached.corrected += site.rows.filter(({ edition }) => edition > 1).length;
      }),
      { numRuns: 100 },
    );
    expect(reached.sealed).toBeGreaterThan(50);
    expect(reached.corrected).toBeGreaterThan(50);
  });
});
