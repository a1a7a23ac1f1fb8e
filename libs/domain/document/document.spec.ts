import { effectsOf } from '../effects';
import type { Recorded } from '../event';
import type { CommandData } from '../registry';
import type { FileFact } from '../facts';
import type { StreamId } from '../stream';
import type { DocumentContent } from './content';
import type { OfficialDocument } from './document';
import { content, drafted, drafting, paper, textDigest } from '../../../test/support/documents';
import { given } from '../../../test/support/given';
import { filed, issued, listed, series } from '../../../test/support/projects';
import { noDocument } from './document';
import { requirementClause } from './requirement';

const stream: StreamId = 'document/d-1';
const nothing = given(noDocument('d-1'), stream);
const document = (change: Partial<OfficialDocument> = {}) => given(drafted(change), stream);
const water = {
  as: 'sectorDepartment',
  actor: { body: 'yq-water' },
  facts: { drafting: drafting(), files: {} },
} as const;
const draft = (change: Partial<DocumentContent> = {}): CommandData<'draftDocument'> => ({
  kind: 'approvalReply',
  subject: 'project/p-demo',
  ...content(change),
});

describe('drawing up a document', () => {
  it('fills its placeholders out of the record, money to the fen', () => {
    const { events, after } = nothing.when('draftDocument', draft(), water).records('DocumentDrafted');
    const { planning } = drafting().project!;
    expect(events[0]!.data).toMatchObject({
      organ: 'yq-water',
      district: '110119',
      filled: { 项目名称: planning!.name, 资金总额: expect.stringMatching(/^[\d,]+\.\d\d元$/) },
    });
    expect(after.subject).toMatchObject({ status: 'draft', version: 1 });
  });

  it('R-DOC-12: refuses a placeholder nobody knows, or that has nothing yet, with its place', () => {
    const wrong = nothing.when('draftDocument', draft({ sections: [{ heading: null, text: '{{项目别名}}' }] }), water);
    wrong.refuses('R-DOC-12');
    expect(wrong.fields()).toEqual(['sections.0.text']);
    const early = nothing.when('draftDocument', draft({ recipient: '{{项目代码}}' }), water);
    early.refuses('R-DOC-12');
    expect(early.breaches()[0]).toMatchObject({ field: 'recipient', found: '“项目代码”尚无内容' });
  });

  it('leaves number and date to be filled when it is issued', () => {
    const text = '本批复文号为{{文号}}，成文于{{成文日期}}。';
    nothing.when('draftDocument', draft({ sections: [{ heading: null, text }] }), water).records('DocumentDrafted');
  });

  it('R-DOC-14: asks why a document is not open', () => {
    nothing.when('draftDocument', draft({ openness: 'onRequest' }), water).refuses('R-DOC-14');
    nothing
      .when('draftDocument', draft({ openness: 'onRequest', opennessReason: 'text:1#sm3:0' }), water)
      .records('DocumentDrafted');
  });

  it('R-DOC-12: names no attachment that was not uploaded', () => {
    const file = `sm3:${'a'.repeat(64)}`;
    const named = draft({ attachments: [{ name: '估算表', digest: file }] });
    const missing = nothing.when('draftDocument', named, water);
    missing.refuses('R-DOC-12');
    expect(missing.fields()).toEqual(['attachments.0.digest']);
    const facts = { ...water.facts, files: { [file]: { kind: 'pdf', signed: false } } };
    nothing.when('draftDocument', named, { ...water, facts }).records('DocumentDrafted');
  });

  it('R-PRIV-04: takes no number of a person into the record', () => {
    for (const text of ['联系人手机13800138000', '身份证110101199003071234', '卡号6222020200112233445']) {
      const refused = nothing.when('draftDocument', draft({ sections: [{ heading: null, text }] }), water);
      refused.refuses('R-PRIV-04');
      expect(refused.fields()).toEqual(['sections.0.text']);
    }
    const money = '总投资486000000.05元，代码2026-110119-48-01-000123。';
    nothing
      .when('draftDocument', draft({ sections: [{ heading: null, text: money }] }), water)
      .records('DocumentDrafted');
  });

  it('R-DOC-11: lists each co-signer once, and none that is not registered', () => {
    nothing.when('draftDocument', draft({ coSigners: ['yq-fin', 'yq-ara'] }), water).records('DocumentDrafted');
    nothing.when('draftDocument', draft({ coSigners: ['yq-fin', 'yq-fin'] }), water).refuses('R-DOC-11');
    nothing.when('draftDocument', draft({ coSigners: ['yq-water'] }), water).refuses('R-DOC-11');
    nothing.when('draftDocument', draft({ coSigners: ['nobody'] }), water).refuses('R-DOC-11');
  });
});

describe('the work-relief requirement', () => {
  it('cannot be taken out, nor altered by a word, and the refusal names its clause', () => {
    for (const requirement of ['', requirementClause.replace('及时足额', '适时')]) {
      const refused = document().when('reviseDocument', content({ requirement }), water);
      refused.refuses('R-APPR-01');
      expect(refused.breaches()[0]).toMatchObject({ clause: 'CL-42', field: 'requirement' });
    }
  });

  it('may have what fits the project around it', () => {
    const requirement = `结合演示镇实际，${requirementClause}\n优先安排梁家村村民。`;
    const { after } = document().when('reviseDocument', content({ requirement }), water).records('DocumentRevised');
    expect(after.subject).toMatchObject({ version: 2 });
  });

  it('is R-FUND-02 in an allocation', () => {
    document({ kind: 'fundAllocation' })
      .when('reviseDocument', content({ requirement: '' }), water)
      .refuses('R-FUND-02');
  });
});

describe('a document on its way', () => {
  const numbered = { number: '延水发〔2026〕12号', on: '2026-03-02', version: 1, matter: 'signoff/m-1' };
  const sealed = { seal: 'electronic', file: `sm3:${'e'.repeat(64)}`, signatureHolds: true } as const;

  it('R-DOC-13: is numbered, sealed, sent and filed, none of them skipped', () => {
    const { after } = document().when('numberDocument', numbered, { as: 'system' }).records('DocumentNumbered');
    given(after, stream)
      .when('sendDocument', { recipients: ['演示镇'], channel: 'exchange' }, water)
      .refuses('R-DOC-13');
    const use = given(after, stream)
      .when('sealDocument', sealed, { ...water, facts: { files: { [sealed.file]: { kind: 'pdf', signed: true } } } })
      .records('DocumentSealed').after;
    const sent = given(use, stream)
      .when('sendDocument', { recipients: ['演示镇人民政府'], channel: 'exchange' }, water)
      .records('DocumentSent').after;
    const { after: done } = given(sent, stream)
      .when('archiveDocument', { fileNumber: '2026-WS-0012' }, water)
      .records('DocumentArchived');
    expect(done).toMatchObject({ duties: [], subject: { status: 'archived', issued: numbered } });
  });

  it('owes seal, sending and filing one after the other, by its organ’s office', () => {
    const { after } = document().when('numberDocument', numbered, { as: 'system' }).records('DocumentNumbered');
    expect(after.duties).toMatchObject([
      { command: 'sealDocument', rule: 'R-DOC-13', owner: { body: 'yq-water', post: 'handler' } },
    ]);
  });

  it('R-DOC-15: takes an electronic seal on a fixed-layout file that is here and signed whole, with a signature that holds', () => {
    const issuedOne = document({ status: 'numbered' });
    const stored = (file: FileFact) => ({ ...water, facts: { ...water.facts, files: { [sealed.file]: file } } });
    issuedOne.when('sealDocument', sealed, stored({ kind: 'pdf', signed: true })).records('DocumentSealed');
    issuedOne.when('sealDocument', sealed, stored({ kind: 'ofd', signed: true })).records('DocumentSealed');
    for (const file of [
      { kind: 'pdf', signed: false },
      { kind: 'docx', signed: true },
    ])
      issuedOne.when('sealDocument', sealed, stored(file)).refuses('R-DOC-15');
    issuedOne.when('sealDocument', sealed, water).refuses('R-DOC-15');
    issuedOne.when('sealDocument', { ...sealed, file: null }, water).refuses('R-DOC-15');
    issuedOne
      .when('sealDocument', { ...sealed, signatureHolds: false }, stored({ kind: 'pdf', signed: true }))
      .refuses('R-DOC-15');
    issuedOne
      .when('sealDocument', { seal: 'physical', file: null, signatureHolds: false }, water)
      .records('DocumentSealed');
  });

  it('is not changed once it has its number, and by no other organ', () => {
    document({ status: 'numbered' }).when('reviseDocument', content(), water).refuses('R-DOC-13');
    document()
      .when('reviseDocument', content(), { ...water, actor: { body: 'yq-fin' } })
      .refuses('P-WHO');
  });
});

describe('issuing by a document', () => {
  const project = () => listed({ approval: { mode: 'contractor', documents: [filed()] } });
  const reply = { title: '批复', requirement: '', number: null, document: 'd-1' };
  const by = (fact: ReturnType<typeof paper>) =>
    ({ as: 'sectorDepartment', actor: { body: 'yq-water' }, facts: { series: series(), paper: fact } }) as const;

  it('puts out title and requirement of the document, and names its text by digest', () => {
    const document = drafted({ filled: { 项目名称: project().planning!.name } });
    const { events } = given(project())
      .when('issueApprovalReply', reply, by(paper({ document })))
      .records('ApprovalReplyIssued');
    expect(events[0]!.data).toMatchObject({
      title: `关于${project().planning!.name}实施方案的批复`,
      requirement: requirementClause,
      document: { stream, version: 1, digest: paper().digest },
    });
  });

  it('R-DOC-11: waits until each co-signer’s approval is on file', () => {
    const joint = drafted({ content: content({ coSigners: ['yq-fin', 'yq-ara'] }) });
    const signed = (...agreed: string[]) => paper({ document: joint, signed: { agreed, digest: paper().digest } });
    given(project())
      .when('issueApprovalReply', reply, by(signed('yq-water', 'yq-fin')))
      .refuses('R-DOC-11');
    given(project())
      .when('issueApprovalReply', reply, by(paper({ document: joint, signed: null })))
      .refuses('R-DOC-11');
    given(project())
      .when('issueApprovalReply', reply, by(signed('yq-fin', 'yq-ara', 'yq-water')))
      .records('ApprovalReplyIssued');
  });

  it('refuses a text that moved after it was sent for signature, and a document issued before', () => {
    const moved = paper({ digest: `sm3:${'f'.repeat(64)}` });
    given(project()).when('issueApprovalReply', reply, by(moved)).refuses('P-STALE');
    const before = paper({ document: drafted({ status: 'numbered' }) });
    given(project()).when('issueApprovalReply', reply, by(before)).refuses('R-DOC-13');
    const foreign = paper({ document: drafted({ organ: 'yq-fin' }) });
    given(project()).when('issueApprovalReply', reply, by(foreign)).refuses('P-WHO');
  });

  it('keeps the number of a voided document taken', () => {
    const standing = listed({ approval: { mode: 'contractor', reply: issued({ number: '延水发〔2026〕12号' }) } });
    const { after } = given(standing)
      .when(
        'voidDocument',
        { number: '延水发〔2026〕12号', reason: 'text:1#sm3:0' },
        { as: 'sectorDepartment', actor: { body: issued().organ } },
      )
      .records('DocumentVoided');
    expect(after.subject).toMatchObject({ approval: { voidedNumbers: ['延水发〔2026〕12号'] } });
  });

  it('takes the place of a reply it names; without that, a second reply is refused', () => {
    const earlier = { stream: 'document/d-0' as const, version: 1, digest: textDigest, matter: null };
    const standing = listed({
      approval: {
        mode: 'contractor',
        documents: [filed()],
        reply: issued({ number: '延水发〔2026〕11号', document: earlier }),
      },
    });
    const naming = (replaces: string | null) =>
      paper({ document: drafted({ content: content({ title: '批复', replaces }) }) });
    given(standing)
      .when('issueApprovalReply', reply, by(naming(null)))
      .refuses('P-ONCE');
    given(standing)
      .when('issueApprovalReply', reply, by(naming('延水发〔2026〕9号')))
      .refuses('R-DOC-10');
    const { events, after } = given(standing)
      .when('issueApprovalReply', reply, by(naming('延水发〔2026〕11号')))
      .records('ApprovalReplyIssued');
    expect(after.subject).toMatchObject({ approval: { reply: { number: '延水发〔2026〕12号', voided: false } } });
    expect(effectsOf({ stream: 'project/p-demo', ...events[0]! } as unknown as Recorded, after)).toContainEqual({
      stream: 'document/d-0',
      type: 'supersedeDocument',
      data: expect.objectContaining({ by: '延水发〔2026〕12号', document: stream }),
    });
  });
});

describe('a document whose place another took', () => {
  const taking = { by: '延水发〔2026〕13号', document: 'document/d-2' as const, on: '2026-04-01' };

  it('says by which, owes nothing more, and cannot be void or replaced again', () => {
    const { after } = document({ status: 'sealed' })
      .when('supersedeDocument', taking, { as: 'system' })
      .records('DocumentSuperseded');
    expect(after).toMatchObject({ duties: [], subject: { status: 'superseded', superseded: taking } });
    given(after, stream).when('supersedeDocument', taking, { as: 'system' }).refuses('R-DOC-13');
    given(after, stream).when('archiveDocument', { fileNumber: '2026-WS-0012' }, water).refuses('R-DOC-13');
  });

  it('is one that was issued', () => {
    document().when('supersedeDocument', taking, { as: 'system' }).refuses('R-DOC-13');
  });
});
