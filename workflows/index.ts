export { projectLifecycle } from './project-lifecycle';
export { wagePeriod } from './wage-period';
export { annualEvaluation } from './annual-evaluation';
