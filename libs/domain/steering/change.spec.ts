import type { Project } from '../project';
import { given } from '../../../test/support/given';
import { approved, listed, planned, prepared } from '../../../test/support/projects';
import { originalApprover } from './change';
import type { ChangedSegment } from './messages';

const segmentAsItIs = ({ segments: [first] }: Project): ChangedSegment => {
  const { id, name, codes, village, plannedPosts, plannedLaborPayFen } = first!;
  return { segmentId: id, name, codes: [...codes], village, plannedPosts, plannedLaborPayFen };
};
const changing = (project: Project, change: Partial<ChangedSegment>, body = originalApprover(project)!) =>
  given(project).when(
    'changeProject',
    { segments: [{ ...segmentAsItIs(project), ...change }], reason: 'text:reason' },
    { as: 'developmentReform', actor: { body } },
  );

describe('a change of place, size or content after listing (R-INV-15)', () => {
  const project = prepared();

  it('is taken as the organ that approved decides, and says what of the project it touches', () => {
    const { events, after } = changing(project, { village: '石峡村' }).records('ProjectChanged');
    expect(events[0]!.data).toMatchObject({ aspects: ['place'] });
    expect((after.subject as Project).segments[0]!.village).toBe('石峡村');
    const more = segmentAsItIs(project).plannedPosts + 2;
    const larger = changing(project, { plannedPosts: more, name: '护坝加固' }).records('ProjectChanged');
    expect(larger.events[0]!.data).toMatchObject({ aspects: ['size', 'content'] });
    expect((larger.after.subject as Project).planning!.plannedPosts).toBe(project.planning!.plannedPosts + 2);
  });
  it('goes back to the original approver: the organ of the reply that stands, before it the government of the list', () => {
    expect(originalApprover(project)).toBe(project.approval.reply!.organ);
    expect(originalApprover(listed())).toBe(listed().parties!.districtGovernment);
    changing(project, { village: '石峡村' }, project.parties!.agriculture).refuses('P-WHO');
    changing(listed(), { village: '石峡村' }, listed().parties!.developmentReform).refuses('R-INV-15');
  });
  it('is nothing where all stays as it is, and names segments of the project alone', () => {
    changing(project, {}).refuses('P-ONCE');
    changing(project, { segmentId: 's9', village: '石峡村' }).refuses('P-UNKNOWN', 'P-ONCE');
  });
  it('keeps the floor of labor pay to the fen (R-FUND-10)', () => {
    const line = {
      ...project.planning!.fundLines[0]!,
      source: 'centralBudget',
      amountFen: 1_000_000_00,
      floorBp: null,
    };
    const { plannedLaborPayFen } = project.planning!;
    const central = {
      ...project,
      planning: { ...project.planning!, fundLines: [line] },
      segments: [{ ...project.segments[0]!, plannedLaborPayFen }],
    } as Project;
    const floor = 300_000_00;
    changing(central, { village: '石峡村', plannedLaborPayFen: floor }).records('ProjectChanged');
    changing(central, { plannedLaborPayFen: floor - 1 }).refuses('R-FUND-10');
  });
  it('names kinds of labor of the catalogue alone (R-SEG-02)', () => {
    changing(project, { codes: ['nothing'] }).refuses('R-SEG-02');
  });
  it('comes between the listing and the completion of the works', () => {
    changing(planned(), { village: '石峡村' }, planned().parties!.districtGovernment).refuses('P-ORDER');
    const completed = approved({ segments: [{ stage: 'wages' }] });
    const [first] = completed.segments;
    const done = {
      ...completed,
      segments: [{ ...first!, construction: { ...first!.construction, completedOn: '2026-02-01' } }],
    };
    changing(done, { village: '石峡村' }).refuses('P-ORDER');
  });
  it('comes of its matter alone', () => {
    given(project)
      .when(
        'changeProject',
        { segments: [{ ...segmentAsItIs(project), village: '石峡村' }], reason: 'text:reason' },
        { as: 'developmentReform', basis: { post: 'yq-drc/leader' } },
      )
      .refusesAtLeast('R-INV-15');
  });
});
