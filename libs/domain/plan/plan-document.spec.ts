import { content, drafted, drafting, paper, textDigest } from '../../../test/support/documents';
import { given } from '../../../test/support/given';
import { feasible, PlanStory, plan2026, signedOff } from '../../../test/support/plans';
import { series } from '../../../test/support/projects';
import type { OfficialDocument } from '../document/document';
import { noDocument } from '../document/document';
import { planListOf, type ListLine } from '../document/plan-list';
import { requirementClauseOf } from '../document/requirement';
import { effectsOf } from '../effects';
import type { Recorded } from '../event';
import type { PaperFact } from '../facts';
import { standingPlanDocument, type Plan } from './plan';

const later = { at: '2026-03-20T02:00:00.000Z' };
const reason = 'text:r#sm3:0';
const planOf = ({ state }: PlanStory): Plan => state.subject as Plan;
const projects = { 'p-demo': feasible() };
const names = { 'yq-gov': '演示区人民政府', 'sihai-town': '演示镇人民政府' };
const clause = requirementClauseOf('annualPlan');
const of = (plan: Plan) => drafting({ plan, project: null, entryProjects: projects, names });

describe('drawing up the document of a plan', () => {
  const lead = (plan: Plan) =>
    ({
      as: 'developmentReform',
      actor: { body: plan.leads!.developmentReform },
      facts: { drafting: of(plan), files: {} },
    }) as const;
  const notice = {
    kind: 'annualPlan' as const,
    subject: plan2026,
    ...content({
      title: '关于印发{{年度}}计划的通知',
      requirement: clause,
      sections: [{ heading: null, text: '项目{{项目数}}，报酬{{计划劳务报酬合计}}，公示{{公示期}}。' }],
    }),
  };
  const nothing = given(noDocument('d-1'), 'document/d-1');

  it('is done by a lead department for the district government, with the list out of the record', () => {
    const plan = planOf(PlanStory.submitted());
    const { events, after } = nothing.when('draftDocument', notice, lead(plan)).records('DocumentDrafted');
    expect(events[0]!.data).toMatchObject({
      organ: plan.leads!.districtGovernment,
      filled: { 年度: '2026年', 项目数: '1个', 公示期: '2026年3月2日至2026年3月9日' },
      list: {
        draft: plan.draft,
        lines: [{ id: 'e1', standing: 'active', plannedPosts: feasible().planning!.plannedPosts }],
      },
    });
    expect(after.subject).toMatchObject({
      drawnBy: plan.leads!.developmentReform,
      organ: plan.leads!.districtGovernment,
    });
    given(after, 'document/d-1')
      .when(
        'reviseDocument',
        content({ requirement: clause, title: '通知', sections: [{ heading: null, text: '改' }] }),
        lead(plan),
      )
      .records('DocumentRevised');
  });

  it('R-APPR-02: keeps the requirement, which speaks of the listed projects', () => {
    const plan = planOf(PlanStory.submitted());
    nothing.when('draftDocument', { ...notice, requirement: '' }, lead(plan)).refuses('R-APPR-02');
    expect(clause).toMatch(/^列入本计划的项目采取以工代赈方式实施/);
  });

  it('is refused to other departments, and of a project', () => {
    const plan = planOf(PlanStory.submitted());
    nothing.when('draftDocument', notice, { ...lead(plan), as: 'finance', actor: { body: 'yq-fin' } }).refuses('P-WHO');
    nothing
      .when(
        'draftDocument',
        { ...notice, subject: 'project/p-demo', title: '通知', sections: [{ heading: null, text: '一' }] },
        {
          ...lead(plan),
          facts: { drafting: drafting(), files: {} },
        },
      )
      .refuses('P-UNKNOWN');
  });
});

describe('issuing it', () => {
  const document = (plan: Plan, change: Partial<OfficialDocument> = {}): OfficialDocument =>
    drafted({
      kind: 'annualPlan',
      subject: plan2026,
      organ: plan.leads!.districtGovernment,
      content: content({ title: '关于印发计划的通知', requirement: clause }),
      list: planListOf(plan, projects, names),
      ...change,
    });
  const by = (plan: Plan, fact: PaperFact) =>
    ({
      ...later,
      basis: signedOff,
      actor: { body: plan.leads!.districtGovernment },
      facts: { series: series({ code: '演政发', nextSerial: 3 }), paper: fact },
    }) as const;
  const signed = (plan: Plan, change: Partial<OfficialDocument> = {}): PaperFact =>
    paper({ document: document(plan, change), signed: { agreed: [], digest: textDigest } });
  const issuedStory = () => {
    const story = PlanStory.submitted();
    return story.did('approvePlan', { document: 'd-1' }, by(planOf(story), signed(planOf(story))));
  };

  it('R-DOC-10: numbers it in the government’s series in the moment of approval, and tells the document', () => {
    const story = PlanStory.submitted();
    const plan = planOf(story);
    const { events, after } = story
      .when('approvePlan', { document: 'd-1' }, by(plan, signed(plan)))
      .records('PlanApproved');
    expect(events[0]!.data).toMatchObject({
      version: 1,
      issued: { number: '演政发〔2026〕3号', title: '关于印发计划的通知' },
    });
    expect(standingPlanDocument(after.subject as Plan)).toMatchObject({ number: '演政发〔2026〕3号', listVersion: 1 });
    const told = effectsOf({ stream: plan2026, ...events[0]! } as Recorded, after);
    expect(told).toContainEqual({
      stream: 'document/d-1',
      type: 'numberDocument',
      data: { number: '演政发〔2026〕3号', on: '2026-03-20', version: 1, matter: 'signoff/m-1' },
    });
  });

  it('takes the list for the same in whatever order the record keeps its fields', () => {
    const story = PlanStory.submitted();
    const plan = planOf(story);
    const list = planListOf(plan, projects, names);
    const lines = list.lines.map(
      (line) => Object.fromEntries(Object.entries(line).toReversed()) as unknown as ListLine,
    );
    story
      .when('approvePlan', { document: 'd-1' }, by(plan, signed(plan, { list: { ...list, lines } })))
      .records('PlanApproved');
  });

  it('needs no document, and then has no number', () => {
    expect(planOf(PlanStory.approved()).documents).toEqual([]);
  });

  it('refuses a list that is not the plan’s as it stands, the text of another kind, and one of another organ', () => {
    const story = PlanStory.submitted();
    const plan = planOf(story);
    const tried = (change: Partial<OfficialDocument>) =>
      story.when('approvePlan', { document: 'd-1' }, by(plan, signed(plan, change)));
    tried({ list: { ...planListOf(plan, projects, names), draft: plan.draft - 1 } }).refuses('R-PLAN-04');
    const dearer = { ...feasible(), planning: { ...feasible().planning!, plannedLaborPayFen: 1 } };
    tried({ list: planListOf(plan, { 'p-demo': dearer }, names) }).refuses('R-PLAN-04');
    tried({ kind: 'planChange' }).refuses('R-DOC-13');
    tried({ organ: 'yq-drc' }).refuses('P-WHO');
  });

  it('R-PLAN-05: goes out with a change where it names what is changed', () => {
    const story = PlanStory.approved();
    const plan = planOf(story);
    const name = plan.entries[0]!.name;
    const telling = (text: string) =>
      signed(plan, {
        kind: 'planChange',
        list: null,
        content: content({ title: '关于调整清单的通知', requirement: clause, sections: [{ heading: null, text }] }),
      });
    const pausing = { entryId: 'e1', reason, document: 'd-2' };
    const { events } = story.when('pauseEntry', pausing, by(plan, telling(`暂停${name}。`))).records('EntryPaused');
    expect(events[0]!.data).toMatchObject({ version: 2, issued: { number: '演政发〔2026〕3号' } });
    const other = story.when('pauseEntry', pausing, by(plan, telling('暂停另一项目。')));
    other.refuses('R-PLAN-05');
    expect(other.fields()).toEqual(['document']);
  });

  it('may be void: its number stays taken, its document is told, and another may go out', () => {
    const issued = issuedStory();
    const voiding = { number: '演政发〔2026〕3号', reason };
    issued.when('voidPlanDocument', { number: '演政发〔2026〕4号', reason }).refuses('P-UNKNOWN');
    const { events, after } = issued.when('voidPlanDocument', voiding).records('PlanDocumentVoided');
    expect(effectsOf({ stream: plan2026, ...events[0]! } as Recorded, after)).toEqual([
      { stream: 'document/d-1', type: 'revokeDocument', data: voiding },
    ]);
    const voided = issued.did('voidPlanDocument', voiding);
    const plan = planOf(voided);
    voided.when('voidPlanDocument', voiding).refuses('P-ORDER', 'P-UNKNOWN');
    voided.when('issuePlanDocument', { document: 'd-2' }, by(plan, signed(plan))).records('PlanDocumentIssued');
  });

  it('stands alone: another takes its place by naming its number, which stays taken', () => {
    const issued = issuedStory();
    const plan = planOf(issued);
    const naming = (replaces: string | null) =>
      signed(plan, {
        id: 'd-2',
        content: content({ title: '通知', requirement: clause, sections: [{ heading: null, text: '一' }], replaces }),
      });
    const tried = (replaces: string | null) =>
      issued.when(
        'issuePlanDocument',
        { document: 'd-2' },
        {
          ...by(plan, naming(replaces)),
          facts: { series: series({ code: '演政发', nextSerial: 4 }), paper: naming(replaces) },
        },
      );
    tried(null).refuses('P-ONCE');
    tried('演政发〔2026〕9号').refuses('R-DOC-10');
    const { events, after } = tried('演政发〔2026〕3号').records('PlanDocumentIssued');
    expect(effectsOf({ stream: plan2026, ...events[0]! } as Recorded, after)).toEqual([
      expect.objectContaining({ stream: 'document/d-2', type: 'numberDocument' }),
      {
        stream: 'document/d-1',
        type: 'supersedeDocument',
        data: { by: '演政发〔2026〕4号', document: 'document/d-2', on: '2026-03-20' },
      },
    ]);
    const replaced = after.subject as Plan;
    expect(standingPlanDocument(replaced)).toMatchObject({ number: '演政发〔2026〕4号' });
    expect(replaced.documents[0]).toMatchObject({ replacedBy: '演政发〔2026〕4号', voided: false });
    given(after, plan2026)
      .when('voidPlanDocument', { number: '演政发〔2026〕3号', reason }, { ...later, actor: { body: 'yq-gov' } })
      .refuses('P-UNKNOWN');
  });
});
