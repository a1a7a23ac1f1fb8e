import { yearOf } from '../calendar';
import type { AnyFacts } from '../facts';
import type { Handlers } from '../handlers';
import { breach, judge, type Breach } from '../rules';
import type { rulebookCommands, RulebookEvents } from './messages';
import { defaultParameters, type Parameter, type ParameterKey } from './parameters';
import { beijingScope, type Rulebook } from './rulebook';
import { brokenRoute, routeFrom } from './set-route';

/** Beijing's values are the administrator's to keep, a district's own those of its development-reform body. */
function notKeeper({ scope }: Rulebook, { authority }: Pick<AnyFacts, 'authority'>): Breach[] {
  const administrator = authority.postKinds.includes('systemAdministrator');
  if (administrator || (scope !== beijingScope && authority.district === scope)) return [];
  return [
    breach('P-WHO', {
      need: scope === beijingScope ? '系统管理员' : '系统管理员或本区发展改革部门',
      found: authority.district ?? '其他单位',
      mend: '由有权维护该参数的单位办理',
    }),
  ];
}

const defaultOf = (key: ParameterKey): Parameter => defaultParameters.find((parameter) => parameter.key === key)!;

const isCodes = (key: ParameterKey): boolean => defaultOf(key).unit === 'codes';

export const decideRulebook: Handlers<Rulebook, typeof rulebookCommands, RulebookEvents> = {
  setParameter: (rulebook, command, facts) => {
    const { key, value, from, to, source } = command.data;
    const wrongKind = value !== null && Array.isArray(value) !== isCodes(key);
    const breaches = [
      ...notKeeper(rulebook, facts),
      ...(wrongKind
        ? [
            breach('P-SUM', {
              need: isCodes(key) ? '一组代码' : `整数（${defaultOf(key).unit}）`,
              found: Array.isArray(value) ? '一组代码' : String(value),
              mend: '按该参数的单位填写',
              field: 'value',
            }),
          ]
        : []),
      ...(to !== null && to < from
        ? [breach('P-TIME', { need: `不早于起始日 ${from}`, found: to, mend: '填写起始日或以后的截止日', field: 'to' })]
        : []),
    ];
    return judge(command, breaches, () => {
      const { unit, rule } = defaultOf(key);
      const scope = rulebook.scope === beijingScope ? 'beijing' : 'district';
      // The key decides whether the value is a number or codes: checked above, beyond the compiler's sight.
      const parameter = {
        key,
        value,
        unit,
        rule,
        scope,
        from,
        ...(to !== null && { to }),
        source,
        confirmed: true,
      } as Parameter;
      return { events: [{ type: 'ParameterSet', data: { parameter } }] };
    });
  },

  setRoute: (rulebook, command, facts) =>
    judge(command, [...notKeeper(rulebook, facts), ...brokenRoute(rulebook, command.data, facts)], () => ({
      events: [{ type: 'RouteSet', data: { route: routeFrom(rulebook, command.data) } }],
    })),

  loadCalendarYear: (rulebook, command, facts) => {
    const { source, ...calendarYear } = command.data;
    const { year, holidays, workdays, statutory, names } = calendarYear;
    const outside = [...holidays, ...workdays, ...statutory, ...Object.keys(names)].filter(
      (date) => yearOf(date) !== year,
    );
    const both = workdays.filter((date) => holidays.includes(date));
    const notOff = statutory.filter((date) => !holidays.includes(date));
    const breaches = [
      ...notKeeper(rulebook, facts),
      ...(rulebook.scope === beijingScope
        ? []
        : [breach('P-ORDER', { need: '全市统一的工作日历', found: rulebook.scope, mend: '在全市规则中装载' })]),
      ...(outside.length > 0
        ? [
            breach('P-TIME', {
              need: `${year} 年的日期`,
              found: outside.join('、'),
              mend: '删去其他年份的日期',
              field: 'holidays',
            }),
          ]
        : []),
      ...(both.length > 0
        ? [
            breach('P-ORDER', {
              need: '放假日和调休上班日不重复',
              found: both.join('、'),
              mend: '按国务院办公厅通知核对',
              field: 'workdays',
            }),
          ]
        : []),
      ...(notOff.length > 0
        ? [
            breach('P-ORDER', {
              need: '法定节假日均在放假日之内',
              found: notOff.join('、'),
              mend: '补入放假日',
              field: 'statutory',
            }),
          ]
        : []),
    ];
    return judge(command, breaches, () => ({
      events: [{ type: 'CalendarYearLoaded', data: { calendarYear, source } }],
    }));
  },
};
