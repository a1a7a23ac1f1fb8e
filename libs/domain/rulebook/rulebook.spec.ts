import { workingDay } from '../calendar';
import type { CommandData } from '../registry';
import { given } from '../../../test/support/given';
import { baseFacts } from '../../../test/support/facts';
import { effectiveCalendar, effectiveParameters } from './effective';
import { emptyRulebook, type Rulebook } from './rulebook';

const beijing = () => given(emptyRulebook('beijing'), 'rulebook/beijing');
const yanqing = () => given(emptyRulebook('110119'), 'rulebook/110119');
const parameter = (change: Partial<CommandData<'setParameter'>> = {}): CommandData<'setParameter'> => ({
  key: 'wageShare.localOnly.floor',
  value: 2500,
  from: '2026-07-01',
  to: null,
  source: '延庆区自定目标',
  ...change,
});
const after = (set: { after: { subject: unknown } }): Rulebook => set.after.subject as Rulebook;

describe('a dated parameter', () => {
  it('of a district counts there from its first day, with the unit of its key', () => {
    const own = after(yanqing().when('setParameter', parameter(), { as: 'developmentReform' }).records('ParameterSet'));
    expect(own.parameters[0]).toMatchObject({ unit: 'bp', scope: 'district' });
    const floor = (on: string, district?: Rulebook) =>
      effectiveParameters(emptyRulebook('beijing'), district, on)['wageShare.localOnly.floor'];
    expect([floor('2026-06-30', own), floor('2026-07-01', own), floor('2026-07-01')]).toEqual([null, 2500, null]);
  });
  it('of Beijing takes the default’s place, and a district’s own stands before it', () => {
    const set = { key: 'survey.refresh', from: '2026-01-01' } as const;
    const city = after(
      beijing()
        .when('setParameter', parameter({ ...set, value: 6 }))
        .records('ParameterSet'),
    );
    const own = after(
      yanqing()
        .when('setParameter', parameter({ ...set, value: 9 }))
        .records('ParameterSet'),
    );
    const refresh = (district?: Rulebook) => effectiveParameters(city, district, '2026-03-01')['survey.refresh'];
    expect([refresh(), refresh(own)]).toEqual([6, 9]);
  });
  it('may have a last day, not before its first', () => {
    const own = after(
      yanqing()
        .when('setParameter', parameter({ to: '2026-07-01' }))
        .records('ParameterSet'),
    );
    expect(effectiveParameters(emptyRulebook('beijing'), own, '2026-07-02')['wageShare.localOnly.floor']).toBeNull();
    yanqing()
      .when('setParameter', parameter({ to: '2026-06-30' }))
      .refuses('P-TIME');
  });
  it('is a number or codes as its key says, or no value', () => {
    const codes = { key: 'wageShare.excludedCosts' } as const;
    beijing()
      .when('setParameter', parameter({ value: null }))
      .records('ParameterSet');
    beijing()
      .when('setParameter', parameter({ value: ['vehicleHire'] }))
      .refuses('P-SUM');
    beijing()
      .when('setParameter', parameter({ ...codes, value: ['vehicleHire'] }))
      .records('ParameterSet');
    beijing()
      .when('setParameter', parameter({ ...codes, value: 1 }))
      .refuses('P-SUM');
  });
  it('of a district is set by its own development-reform body; Beijing’s by the administrator', () => {
    const facts = { authority: { ...baseFacts('2026-03-02', 'developmentReform').authority, district: '110109' } };
    yanqing().when('setParameter', parameter(), { as: 'developmentReform', facts }).refuses('P-WHO');
    beijing().when('setParameter', parameter(), { as: 'developmentReform' }).refuses('P-WHO');
    yanqing().when('setParameter', parameter(), { as: 'finance' }).refuses('P-WHO');
  });
});

describe('a calendar year', () => {
  const year = (change: Partial<CommandData<'loadCalendarYear'>> = {}): CommandData<'loadCalendarYear'> => ({
    year: 2027,
    holidays: ['2027-01-01'],
    workdays: ['2027-01-03'],
    statutory: ['2027-01-01'],
    names: { '2027-01-01': '元旦', '2027-01-03': '元旦' },
    source: '国务院办公厅关于2027年部分节假日安排的通知',
    ...change,
  });

  it('makes the days of that year final: a holiday rests, an exchanged Sunday works', () => {
    const city = after(beijing().when('loadCalendarYear', year()).records('CalendarYearLoaded'));
    const calendar = effectiveCalendar(city);
    expect(workingDay(calendar, '2027-01-01')).toMatchObject({ kind: 'rest', provisional: false, statutory: true });
    expect(workingDay(calendar, '2027-01-03')).toMatchObject({ kind: 'working', provisional: false });
    expect(workingDay(effectiveCalendar(emptyRulebook('beijing')), '2027-01-01').provisional).toBe(true);
  });
  it('loaded again takes the first one’s place', () => {
    const first = beijing().when('loadCalendarYear', year()).records('CalendarYearLoaded').after;
    const again = given(first)
      .when('loadCalendarYear', year({ workdays: [] }))
      .records('CalendarYearLoaded');
    expect(after(again).calendarYears).toEqual([expect.objectContaining({ year: 2027, workdays: [] })]);
  });
  it('holds its own dates, each rest or work, the statutory ones among the days off', () => {
    beijing()
      .when('loadCalendarYear', year({ workdays: ['2028-01-02'] }))
      .refuses('P-TIME');
    beijing()
      .when('loadCalendarYear', year({ workdays: ['2027-01-01'] }))
      .refuses('P-ORDER');
    beijing()
      .when('loadCalendarYear', year({ statutory: ['2027-05-01'] }))
      .refuses('P-ORDER');
  });
  it('is one for the whole city', () => {
    yanqing().when('loadCalendarYear', year()).refuses('P-ORDER');
  });
});
