import { addDays, isCivilDate } from '../calendar';
import { defaultParameters, type Parameter, parameterKeys, parametersOn, valueOn } from './parameters';
import { isRuleId } from './register/register';

const refresh = (value: number | null, more: Partial<Parameter> = {}): Parameter =>
  ({
    key: 'survey.refresh',
    value,
    unit: 'months',
    scope: 'district',
    from: '2026-01-01',
    rule: 'R-SURV-01',
    source: '区规定',
    confirmed: true,
    ...more,
  }) as Parameter;

describe('dated parameters', () => {
  it('change on their first day', () => {
    expect(valueOn(defaultParameters, 'minWage.month', '2025-08-31')).toBe(2420_00);
    expect(valueOn(defaultParameters, 'minWage.month', '2025-09-01')).toBe(2540_00);
    expect(valueOn(defaultParameters, 'minWage.hour.fullTime', '2025-08-31')).toBe(1391);
    expect(valueOn(defaultParameters, 'minWage.hour.fullTime', '2025-09-01')).toBe(1460);
  });

  it('are null before their first day, and where no value is set', () => {
    expect(valueOn(defaultParameters, 'minWage.month', '2023-08-31')).toBeNull();
    expect(valueOn(defaultParameters, 'minWage.month', '2023-09-01')).toBe(2420_00);
    expect(valueOn(defaultParameters, 'wageShare.localOnly.floor', '2026-03-01')).toBeNull();
    expect(parametersOn([], '2026-03-01')['age.min']).toBeNull();
  });

  it('end after their last day', () => {
    const trial = [...defaultParameters, refresh(6, { to: '2026-06-30' })];
    expect(valueOn(trial, 'survey.refresh', '2026-06-30')).toBe(6);
    expect(valueOn(trial, 'survey.refresh', '2026-07-01')).toBe(12);
  });

  it('take the district’s value from its first day on, whatever Beijing sets later', () => {
    const entries = [...defaultParameters, refresh(6), refresh(18, { scope: 'beijing', from: '2026-05-01' })];
    expect(valueOn(entries, 'survey.refresh', '2025-12-31')).toBe(12);
    expect(valueOn(entries, 'survey.refresh', '2026-01-01')).toBe(6);
    expect(valueOn(entries, 'survey.refresh', '2026-05-01')).toBe(6);
  });

  it('take the project’s value before the district’s', () => {
    const entries = [refresh(3, { scope: 'project' }), refresh(6), ...defaultParameters];
    expect(valueOn(entries, 'survey.refresh', '2026-01-01')).toBe(3);
  });

  it('let a district say that there is no value', () => {
    expect(valueOn([...defaultParameters, refresh(null)], 'survey.refresh', '2026-01-01')).toBeNull();
  });

  it('of two entries with the same first day take the one recorded later', () => {
    expect(valueOn([...defaultParameters, refresh(6), refresh(9)], 'survey.refresh', '2026-01-01')).toBe(9);
  });

  it('give the codes of costs that never count as pay', () => {
    expect(valueOn(defaultParameters, 'wageShare.excludedCosts', '2026-03-01')).toContain('vehicleHire');
  });

  it('all stand on a day of today’s projects as a whole set', () => {
    expect(Object.keys(parametersOn(defaultParameters, '2026-03-01')).sort()).toEqual([...parameterKeys].sort());
    const values = Object.entries(parametersOn(defaultParameters, '2026-03-01'));
    expect(values.filter(([, value]) => value === null).map(([key]) => key)).toEqual([
      'wageShare.fiscalTask.floor',
      'wageShare.localOnly.floor',
      'age.limit.light',
      'invest.simplified.ceiling',
    ]);
  });

  it('are whole numbers with a rule, a source and a day', () => {
    for (const { key, value, rule, source, from } of defaultParameters) {
      if (typeof value === 'number') expect([key, Number.isSafeInteger(value) && value > 0]).toEqual([key, true]);
      expect([key, isRuleId(rule)]).toEqual([key, true]);
      expect(source).toMatch(/\S/);
      expect(isCivilDate(from)).toBe(true);
    }
  });

  it('hold one value per key, scope and first day', () => {
    const places = defaultParameters.map(({ key, scope, from }) => `${key} ${scope} ${from}`);
    expect(new Set(places).size).toBe(places.length);
    expect(valueOn(defaultParameters, 'minWage.month', addDays('2025-09-01', -1))).toBe(2420_00);
  });
});
