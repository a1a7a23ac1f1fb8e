import type { Project } from '../project';
import { given } from '../../../test/support/given';
import { newSegment, nextSegmentIds } from '../project';
import { approved, listed, planned, plannedSegment, prepared } from '../../../test/support/projects';
import { originalApprover } from './change';
import type { ChangedSegment, ProjectChange } from './messages';

const segmentAsItIs = ({ segments: [first] }: Project): ChangedSegment => {
  const { id, name, codes, village, plannedPosts, plannedLaborPayFen } = first!;
  return { segmentId: id, name, codes: [...codes], village, plannedPosts, plannedLaborPayFen };
};
const changing = (project: Project, change: Partial<ChangedSegment>, body = originalApprover(project)!) =>
  given(project).when(
    'changeProject',
    { segments: [{ ...segmentAsItIs(project), ...change }], added: [], removed: [], reason: 'text:reason' },
    { as: 'developmentReform', actor: { body } },
  );
/** segments added and taken out, the others as they are */
const exchanging = (project: Project, change: Partial<Pick<ProjectChange, 'added' | 'removed'>>) =>
  given(project).when(
    'changeProject',
    { segments: [], added: [], removed: [], ...change, reason: 'text:reason' },
    { as: 'developmentReform', actor: { body: originalApprover(project)! } },
  );

const noSegment = newSegment(plannedSegment({ id: 's2' }));

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
  it('adds a segment with an id of its own, which begins where the project is', () => {
    const { id, ...described } = plannedSegment({ id: 's9', name: '便道硬化', plannedPosts: 4 });
    const plan = { ...described, codes: [...described.codes] };
    const { events, after } = exchanging(project, { added: [plan] }).records('ProjectChanged');
    expect(events[0]!.data).toMatchObject({ aspects: ['size', 'content'], added: [{ id: 's2', name: '便道硬化' }] });
    const grown = after.subject as Project;
    expect(grown.segments.map((one) => [one.id, one.stage])).toEqual([
      ['s1', 'waiting'],
      ['s2', 'waiting'],
    ]);
    expect(grown.planning!.plannedPosts).toBe(project.planning!.plannedPosts + 4);
    expect(id).toBe('s9');
    const underWay = exchanging(approved(), { added: [plan] }).records('ProjectChanged').after.subject as Project;
    expect(underWay.segments.at(-1)).toMatchObject({ id: 's2', stage: 'mobilization' });
    exchanging(project, { added: [{ ...plan, codes: ['nothing'] }] }).refuses('R-SEG-02');
    exchanging(project, {}).refuses('P-ONCE');
  });
  it('takes a segment out whose id is never given again, but for the last', () => {
    const second = newSegment(plannedSegment({ id: 's2' }));
    const two = { ...project, segments: [...project.segments, second] };
    const { after } = exchanging(two, { removed: ['s2'] }).records('ProjectChanged');
    const left = after.subject as Project;
    expect(left.segments.map(({ id }) => id)).toEqual(['s1']);
    expect(nextSegmentIds(left, 2)).toEqual(['s3', 's4']);
    exchanging(left, { removed: ['s1'] }).refusesAtLeast('R-INV-15');
    exchanging(two, { removed: ['s7'] }).refusesAtLeast('P-UNKNOWN');
    exchanging(two, { removed: ['s2', 's2'] }).refuses('P-SUM');
  });
  it.each([
    ['花名册 1 人', { mobilization: { ...noSegment.mobilization, enrolled: 1 } }],
    ['培训 1 次', { training: { ...noSegment.training, courses: 1 } }],
    ['2026-03-02 开工', { construction: { ...noSegment.construction, startedOn: '2026-03-02' } }],
    ['考勤至 2026-03-05', { construction: { ...noSegment.construction, lastAttendanceOn: '2026-03-05' } }],
    ['报酬发放期 1 个', { wages: { ...noSegment.wages, periods: [{} as never] } }],
  ])('leaves a segment in its place on which people’s rights rest: %s', (found, held) => {
    const two = { ...project, segments: [...project.segments, { ...noSegment, ...held }] };
    exchanging({ ...two, segments: [...project.segments, noSegment] }, { removed: ['s2'] }).records('ProjectChanged');
    const refused = exchanging(two, { removed: ['s2'] });
    refused.refuses('R-INV-15');
    expect(refused.breaches()[0]!.found).toContain(found);
  });
  it('comes of its matter alone', () => {
    given(project)
      .when(
        'changeProject',
        { segments: [{ ...segmentAsItIs(project), village: '石峡村' }], added: [], removed: [], reason: 'text:reason' },
        { as: 'developmentReform', basis: { post: 'yq-drc/leader' } },
      )
      .refusesAtLeast('R-INV-15');
  });
});
