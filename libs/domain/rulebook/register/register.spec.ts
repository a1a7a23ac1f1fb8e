import { clauses, findClause } from '../clauses';
import { parameterKeys } from '../parameters';
import { notYetEnforced } from './not-yet-enforced';
import { isRuleId, ruleOf, ruleRegister } from './register';

const numbered = (area: string, last: number): string[] =>
  Array.from({ length: last }, (_, i) => `R-${area}-${String(i + 1).padStart(2, '0')}`);

/** The rules drawn from the opinion itself, clause by clause. */
const seedRules = [
  ...numbered('DOC', 2),
  ...numbered('ORG', 6),
  ...numbered('GOAL', 3),
  ...numbered('ELIG', 3),
  ...numbered('TEAM', 4),
  ...numbered('SCOPE', 4),
  ...numbered('SEG', 2),
  ...numbered('LINK', 2),
  ...numbered('PRIN', 7),
  ...numbered('QUAL', 4),
  ...numbered('LAW', 3),
  ...numbered('PLAN', 5),
  ...numbered('COORD', 1),
  ...numbered('SURV', 1),
  ...numbered('JOB', 1),
  ...numbered('ROST', 2),
  ...numbered('ATT', 1),
  ...numbered('BID', 1),
  ...numbered('TRAIN', 5),
  ...numbered('DISC', 1),
  ...numbered('MAINT', 1),
  ...numbered('WAGE', 3),
  ...numbered('LEDG', 1),
  ...numbered('CONF', 1),
  ...numbered('PAY', 1),
  ...numbered('FUND', 3),
  ...numbered('APPR', 2),
  ...numbered('SUPV', 2),
  ...numbered('ACPT', 1),
  ...numbered('EVAL', 2),
  ...numbered('INC', 1),
  ...numbered('PROMO', 3),
  ...numbered('PILOT', 3),
];

const idsWhere = (test: (rule: (typeof ruleRegister)[number]) => boolean): string[] =>
  ruleRegister.filter(test).map(({ id }) => id);

describe('the register of rules', () => {
  it('holds exactly the 82 rules of the opinion as the opinion’s', () => {
    expect(seedRules).toHaveLength(82);
    expect(idsWhere(({ source }) => source === 'opinion').sort()).toEqual([...seedRules].sort());
  });

  it('gives each rule one id', () => {
    const ids = ruleRegister.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ruleOf('R-APPR-01').clause).toBe('CL-42');
    expect(isRuleId('R-APPR-01')).toBe(true);
    expect(isRuleId('R-APPR-99')).toBe(false);
  });

  it('rests each rule of the opinion on one of its clauses, and no other rule', () => {
    expect(idsWhere(({ source, clause }) => (source === 'opinion') !== (findClause(clause) !== undefined))).toEqual([]);
  });

  it('leaves no clause of the opinion without a rule', () => {
    const named = new Set(ruleRegister.map(({ clause }) => clause));
    expect(clauses.filter(({ id }) => !named.has(id))).toEqual([]);
  });

  it('blocks on nothing softer than 应 unless another legal source is named', () => {
    const softBlocks = ruleRegister.filter(({ enforcement, force }) => enforcement === 'block' && force !== 'must');
    expect(softBlocks.filter(({ otherSource }) => !otherSource).map(({ id }) => id)).toEqual([]);
    expect(
      idsWhere(({ enforcement, force, otherSource }) => !!otherSource && (enforcement !== 'block' || force === 'must')),
    ).toEqual([]);
  });

  it('only warns about people from elsewhere, other sectors and local additions to the catalogue', () => {
    expect((['R-ELIG-01', 'R-ORG-06', 'R-SEG-02'] as const).map((id) => ruleOf(id).enforcement)).toEqual([
      'warn',
      'warn',
      'warn',
    ]);
  });

  it('lets nobody override a statutory block or a rule of CL-24, CL-42 and CL-51', () => {
    expect(
      idsWhere(({ source, enforcement, overridable }) => source === 'law' && enforcement === 'block' && overridable),
    ).toEqual([]);
    expect(idsWhere(({ clause, overridable }) => ['CL-24', 'CL-42', 'CL-51'].includes(clause) && overridable)).toEqual(
      [],
    );
  });

  it('offers for an override only what an act of a project’s stages may break', () => {
    const beside = ruleRegister.filter(({ stage }) => stage === 'cross' || stage === 'evaluation');
    expect(beside.filter(({ enforcement, overridable }) => enforcement === 'block' && overridable)).toEqual([]);
    expect(ruleOf('R-PLAN-05').overridable).toBe(false);
    expect((['R-PRIN-03', 'R-TRAIN-01', 'R-PLAN-04'] as const).map((id) => ruleOf(id).overridable)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('names only parameters that exist, and each parameter is named by a rule', () => {
    const named = new Set(ruleRegister.flatMap(({ parameters }) => parameters));
    expect([...named].filter((key) => !(parameterKeys as readonly string[]).includes(key))).toEqual([]);
    expect(parameterKeys.filter((key) => !named.has(key))).toEqual([]);
  });

  it('is told in Chinese and in English', () => {
    for (const { id, zh, en } of ruleRegister) {
      expect([id, /\p{Script=Han}/u.test(zh)]).toEqual([id, true]);
      expect([id, en.length > 10 && !/\p{Script=Han}/u.test(en)]).toEqual([id, true]);
    }
  });

  it('postpones only rules that refuse or warn, each with its reason', () => {
    for (const [id, reason] of Object.entries(notYetEnforced)) {
      expect(isRuleId(id) && ['block', 'warn'].includes(ruleOf(id).enforcement)).toBe(true);
      expect(reason).toMatch(/\.$/);
    }
  });
});
