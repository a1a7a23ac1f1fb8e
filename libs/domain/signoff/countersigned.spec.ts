import { prepared } from '../../../test/support/projects';
import { given } from '../../../test/support/given';
import { brokenWithoutMatter, matterKindOf, type MatterAct } from './matter-acts';
import { definitionOf, isCountersigned } from '../registry';

const types = (Object.keys(matterKindOf) as MatterAct['type'][])
  .filter((type) => isCountersigned(type) && brokenWithoutMatter[type] === 'P-SIGNOFF')
  .filter((type) => definitionOf(type).stream === 'project');
const suspend = { reason: 'text:reason', until: null };

describe('a decision about a project that an office countersigns', () => {
  it.each(types)('%s is refused where it is given directly, with the clause of the act', (type) => {
    const breach = given(prepared())
      .when(type, {} as never, { as: 'developmentReform', basis: { post: 'yq-drc/leader' } })
      .breaches()
      .find(({ rule }) => rule === 'P-SIGNOFF');
    expect(breach).toMatchObject({ rule: 'P-SIGNOFF', clause: definitionOf(type).clause });
    expect(breach!.mend).toMatch(/发起会签/);
  });
  it('is let through as the agreed end of its matter', () => {
    given(prepared()).when('suspendProject', suspend).records('ProjectSuspended');
  });
  it('is let through where it is entered from papers, signed before the system', () => {
    given(prepared())
      .when('suspendProject', suspend, { basis: { post: 'yq-gov/leader' }, backfilled: true })
      .records('ProjectSuspended');
  });
});
