export { annualEvaluation } from './annual-evaluation';
export { projectLifecycle } from './project-lifecycle';
export { wagePeriod } from './wage-period';
