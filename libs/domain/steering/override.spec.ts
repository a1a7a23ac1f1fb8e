import type { Project } from '../project';
import type { CommandData } from '../registry';
import { ruleOf, ruleRegister } from '../rulebook/register/register';
import type { StreamState } from '../state';
import { given } from '../../../test/support/given';
import { districtReadyTo, planned } from '../../../test/support/projects';

type Data = CommandData<'overrideRule'>;
const listing: Data = {
  command: 'listProject',
  segmentId: null,
  rules: ['R-PRIN-03'],
  clause: '区政府专题会议纪要〔2026〕3号',
  reason: 'text:reason',
  until: '2026-03-31',
};
const asked = (change: Partial<Data> = {}, of: StreamState | Project = planned()) =>
  given(of).when('overrideRule', { ...listing, ...change });
const list = (of: StreamState, at = '2026-03-31T02:00:00.000Z', district = districtReadyTo()) =>
  given(of).when('listProject', { year: 2026, listVersion: '1' }, { at, as: 'system', facts: { district } });
const overridesOf = ({ subject }: StreamState) => (subject as Project).steering.overrides;

describe('a rule that a sign-off lets one act pass by', () => {
  const { after: agreed } = asked().records('RuleOverridden');

  it('is passed once, and the record names the sign-off and the rule', () => {
    expect(overridesOf(agreed)).toMatchObject([{ id: 'v1', matter: 'signoff/m-demo', command: 'listProject' }]);
    const { events, after } = list(agreed).records('OverrideUsed', 'ProjectListed');
    expect(events[0]!.data).toMatchObject({
      override: 'v1',
      matter: 'signoff/m-demo',
      rules: [{ rule: 'R-PRIN-03', found: '尚未说明' }],
    });
    expect(overridesOf(after)).toEqual([]);
    const again = asked({}, after).records('RuleOverridden').after;
    expect(overridesOf(again)).toMatchObject([{ id: 'v2' }]);
  });
  it('is passed through its last day, and not after', () => {
    list(agreed, '2026-03-31T15:59:00.000Z').records('OverrideUsed', 'ProjectListed');
    list(agreed, '2026-03-31T16:00:00.000Z').refuses('R-PRIN-03');
  });
  it('lets nothing else pass: another rule of the act still refuses, and uses nothing up', () => {
    list(agreed, undefined, districtReadyTo({ leader: null })).refuses('R-ORG-03');
    list(asked({ rules: ['R-PRIN-04'] }).passes().after).refuses('R-PRIN-03');
  });
  it('is not used up where the act breaks no rule', () => {
    const feasible = planned({ planning: { feasibility: { on: '2026-01-12' } } });
    const { after } = asked({}, feasible).records('RuleOverridden');
    expect(overridesOf(list(after).records('ProjectListed').after)).toHaveLength(1);
  });
  it('is of one act: another, or of another segment, is held to the rule', () => {
    const other = asked({ command: 'completeApproval' }).records('RuleOverridden').after;
    list(other).refuses('R-PRIN-03');
    const ofSegment = asked({ segmentId: 's2' }).records('RuleOverridden').after;
    list(ofSegment).refuses('R-PRIN-03');
  });
  it('is agreed once at a time, for today at the earliest', () => {
    asked({}, agreed).refuses('P-ONCE');
    asked({ until: '2026-03-02' }).records('RuleOverridden');
    asked({ until: '2026-03-01' }).refuses('P-TIME');
  });
  it('comes of its sign-off alone', () => {
    given(planned())
      .when('overrideRule', listing, { basis: { post: 'yq-gov/leader' } })
      .refuses('P-SIGNOFF');
  });
});

describe('a rule that nobody may override', () => {
  const blocks = ruleRegister.filter(({ enforcement }) => enforcement === 'block');

  it.each(['R-APPR-01', 'R-SUPV-01', 'R-LAW-02', 'R-INV-01', 'R-OA-16'] as const)(
    '%s is refused with its own clause',
    (rule) => {
      expect(asked({ rules: [rule] }).breaches()).toMatchObject([
        { rule, clause: ruleOf(rule).clause, mend: '该规则不得突破，按规则办理' },
      ]);
    },
  );
  it('is every block of statute and of CL-24, CL-42 and CL-51, and no other of the opinion but those fixed by law', () => {
    for (const { id, source, clause, overridable } of blocks) {
      const fixed = source === 'law' || ['CL-24', 'CL-42', 'CL-51'].includes(clause);
      if (fixed) asked({ rules: [id] }).refuses(id);
      else if (overridable) asked({ rules: [id] }).records('RuleOverridden');
    }
  });
});
