import type { Me } from '#contracts/http/session';

export interface Place {
  to: string;
  label: string;
}
type Persona = Me['persona'];

/** The year evaluated last: an evaluation looks back at the year before. */
export const lastYear = (): number => new Date().getFullYear() - 1;

const todo = { to: '/todo', label: '待办' };
const projects = { to: '/projects', label: '项目' };
const plans = { to: '/plans', label: '年度计划' };
const pool = { to: '/pool', label: '储备库' };
const series = { to: '/series', label: '发文登记' };
const rules = { to: '/rules', label: '规则' };
const audit = { to: '/audit', label: '审计' };
const bodies = { to: '/admin', label: '机构与岗位' };
const schedules = { to: '/schedules', label: '定时任务' };
const evaluation = (): Place => ({ to: `/evaluations/${lastYear()}`, label: '年度评估' });

/** Bodies that own, build or watch single projects have no part in a district's plan. */
const ofOneProject = new Set([
  'villageCollective',
  'villageSupervision',
  'cooperative',
  'enterprise',
  'supervisionEngineer',
]);

/** Where each kind of person may want to go, in this order. */
export const placesOf = ({ persona, posts }: Pick<Me, 'persona' | 'posts'>): readonly Place[] => {
  switch (persona) {
    case 'approver':
      return posts.every(({ bodyKind }) => ofOneProject.has(bodyKind))
        ? [todo, projects, rules]
        : [todo, projects, plans, pool, series, rules];
    case 'payOfficer':
      return [todo, projects, rules];
    case 'auditor':
      return [audit, projects, plans, series, evaluation(), rules];
    case 'scheduler':
      return [todo, evaluation(), schedules, projects, plans, pool, rules];
    case 'worker':
      return [
        { to: '/my/days', label: '我的工天' },
        { to: '/my/pay', label: '我的工资' },
        { to: '/my/help', label: '帮助' },
      ];
    case 'administrator':
      return [bodies, rules];
  }
};

export const homeOf = (persona: Persona): string => {
  switch (persona) {
    case 'approver':
    case 'payOfficer':
      return '/todo';
    case 'auditor':
      return '/audit';
    case 'scheduler':
      return `/evaluations/${lastYear()}`;
    case 'worker':
      return '/my/days';
    case 'administrator':
      return '/admin';
  }
};
