export { projectLifecycle } from './project-lifecycle';
export { signoff } from './signoff';
export { wagePeriod } from './wage-period';
export { annualPlan } from './annual-plan';
export { annualEvaluation } from './annual-evaluation';
export { dutyReview } from './duty-review';
