export { projectLifecycle } from './project-lifecycle';
export { signoff } from './signoff';
export { wagePeriod } from './wage-period';
export { annualEvaluation } from './annual-evaluation';
