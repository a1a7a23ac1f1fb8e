import type { CommandData } from '#domain/registry';

/** A small work that every rule of planning lets through: for trials, drills and tests. */
export const trialProposal: CommandData<'proposeProject'> = {
  name: '演示·梁家铺护坝修复',
  scopeClass: 'smallMicro',
  disaster: false,
  ruralInfrastructure: true,
  sectors: ['water'],
  aims: ['steadyIncome'],
  benefitLinks: ['laborPay', 'skillTraining'],
  segments: [
    {
      name: '护坝砌筑',
      kind: 'generalLabor',
      codes: ['WAT-01-01'],
      village: '梁家铺村',
      plannedPosts: 10,
      plannedLaborPayFen: 300_000_00,
    },
  ],
  fundLines: [{ source: 'district', amountFen: 1_000_000_00, floorBp: null, planDocument: null }],
  plannedLaborPayFen: 300_000_00,
  plannedPosts: 10,
  suitabilityReasons: {},
  suitability: {
    smallInvestment: 80,
    lowTechnicalBarrier: 80,
    simpleEarlyWork: 80,
    lowSkillNeed: 80,
    jobDemand: 80,
    localFit: 80,
  },
  poolId: 'XMK-2026-001',
  owner: 'liangjia-coop',
  sectorDepartment: 'yq-water',
  townships: ['sihai-town'],
};
