import type { Command } from '../command';
import type { CommandData } from '../registry';
import type { Handlers } from '../handlers';
import { breach, broken, judge, type Breach } from '../rules';
import { kindOf, type StreamId } from '../stream';
import { mayRevise } from './acts';
import { isOfPlan, type DocumentContent, type DocumentFor } from './content';
import { documentStatusLabels, type OfficialDocument } from './document';
import type { documentCommands, DocumentEvents } from './messages';
import { fill, valuesOf } from './placeholders';
import { planListOf } from './plan-list';
import type { Plan } from '../plan/plan';
import { clauseKept } from './requirement';
import { contentRules } from './rules';
import type { BaseFacts, DraftingFact, FileFact } from '../facts';

type Status = OfficialDocument['status'];

/** 起草 → 核稿、会签、签发 (the matter's route) → 编号 → 用印 → 发送 → 归档: none of them skipped. @rule R-DOC-13 */
const standsAt = ({ status }: OfficialDocument, ...needed: Status[]): Breach[] =>
  needed.includes(status)
    ? []
    : [
        breach('R-DOC-13', {
          need: needed.map((one) => documentStatusLabels[one]).join('或'),
          found: documentStatusLabels[status],
          mend: '按起草、审签、编号、用印、发送、归档的次序办理',
        }),
      ];

const notItsDrafter = (document: OfficialDocument, { actor }: Command): Breach[] =>
  mayRevise(document, actor.body)
    ? []
    : [breach('P-WHO', { need: `起草单位 ${document.drawnBy}`, found: actor.body, mend: '由起草单位修改' })];

const notItsOrgan = ({ organ }: OfficialDocument, { actor }: Command): Breach[] =>
  actor.body === organ
    ? []
    : [breach('P-WHO', { need: `主办机关 ${organ}`, found: actor.body, mend: '由主办机关办理' })];

function drawn(
  kind: DocumentFor,
  organ: string,
  content: DocumentContent,
  facts: BaseFacts & { drafting: DraftingFact; files: Readonly<Record<string, FileFact>> },
) {
  const { plan, entryProjects, names } = facts.drafting;
  const { filled, breaches } = fill(content, valuesOf(facts.drafting));
  return {
    text: {
      content,
      filled,
      ...(kind === 'annualPlan' && plan && { list: planListOf(plan, entryProjects, names) }),
    },
    breaches: [...broken([clauseKept(kind)], content), ...broken(contentRules, { content, organ, facts }), ...breaches],
  };
}

const notAbout = (kind: DocumentFor, subject: StreamId, district: string | null): Breach[] =>
  district !== null && isOfPlan(kind) === (kindOf(subject) === 'plan')
    ? []
    : [
        breach('P-UNKNOWN', {
          need: isOfPlan(kind) ? '已编制的年度计划' : '已建立的项目',
          found: district === null ? '没有找到' : '属另一类',
          mend: isOfPlan(kind) ? '从年度计划页进入起草' : '从项目页进入起草',
          field: 'subject',
        }),
      ];

const notOfPlan = (plan: Plan | null, { actor }: Command): Breach[] =>
  plan?.leads == null || Object.values(plan.leads).includes(actor.body)
    ? []
    : [
        breach('P-WHO', {
          need: '本区牵头部门或区人民政府',
          found: actor.body,
          mend: '年度计划文件由牵头部门代区人民政府起草',
        }),
      ];

/**
 * An electronic seal is a signature on the fixed-layout file: that the file is here, is of that kind and is signed whole is seen
 * here; whether the certificate holds is checked by the seal system, and stated. @rule R-DOC-15
 */
function unproven(
  { seal, file, signatureHolds }: CommandData<'sealDocument'>,
  files: Readonly<Record<string, FileFact>>,
): Breach[] {
  const stored = file === null ? undefined : files[file];
  const lacking = (found: string, mend: string, field = 'file') =>
    breach('R-DOC-15', { need: '加盖电子签章的版式文件（PDF 或 OFD）及其验签结果', found, mend, field });
  if (file !== null && !stored) return [lacking('文件没有上传', '重新选择并上传盖章后的文件')];
  if (seal !== 'electronic') return [];
  if (!stored) return [lacking('未上传版式文件', '用电子签章系统盖章后上传文件')];
  if (stored.kind !== 'pdf' && stored.kind !== 'ofd')
    return [lacking('不是版式文件', '上传电子签章系统盖章后的 PDF 或 OFD 文件')];
  if (!stored.signed) return [lacking('文件上没有覆盖全文的电子签章', '用电子签章系统盖章后，不作改动直接上传')];
  return signatureHolds ? [] : [lacking('验签未通过', '在电子签章系统验签，通过后再办理', 'signatureHolds')];
}

export const decideDocument: Handlers<OfficialDocument, typeof documentCommands, DocumentEvents> = {
  draftDocument: (_, command, facts) => {
    const { kind, subject, ...content } = command.data;
    const { district, plan } = facts.drafting;
    // a plan is the district government's paper, drawn up for it by the departments that lead
    const organ = (isOfPlan(kind) ? plan?.leads?.districtGovernment : undefined) ?? command.actor.body;
    const { text, breaches } = drawn(kind, organ, content, facts);
    return judge(
      command,
      [...notAbout(kind, subject as StreamId, district), ...notOfPlan(plan, command), ...breaches],
      () => ({
        events: [
          {
            type: 'DocumentDrafted',
            data: { kind, subject: subject as StreamId, district: district!, organ, ...text },
          },
        ],
      }),
    );
  },

  reviseDocument: (document, command, facts) => {
    const { text, breaches } = drawn(document.kind, document.organ, command.data, facts);
    return judge(command, [...standsAt(document, 'draft'), ...notItsDrafter(document, command), ...breaches], () => ({
      events: [{ type: 'DocumentRevised', data: text }],
    }));
  },

  numberDocument: (document, command) =>
    judge(command, standsAt(document, 'draft'), () => ({ events: [{ type: 'DocumentNumbered', data: command.data }] })),

  sealDocument: (document, command, { on, files }) =>
    judge(
      command,
      [...standsAt(document, 'numbered'), ...notItsOrgan(document, command), ...unproven(command.data, files)],
      () => ({ events: [{ type: 'DocumentSealed', data: { ...command.data, on } }] }),
    ),

  sendDocument: (document, command, { on }) =>
    judge(command, [...standsAt(document, 'sealed'), ...notItsOrgan(document, command)], () => ({
      events: [{ type: 'DocumentSent', data: { ...command.data, on } }],
    })),

  archiveDocument: (document, command, { on }) =>
    judge(command, [...standsAt(document, 'sent'), ...notItsOrgan(document, command)], () => ({
      events: [{ type: 'DocumentArchived', data: { ...command.data, on } }],
    })),

  supersedeDocument: (document, command) =>
    judge(command, standsAt(document, 'numbered', 'sealed', 'sent', 'archived'), () => ({
      events: [
        { type: 'DocumentSuperseded', data: { ...command.data, document: command.data.document as StreamId | null } },
      ],
    })),

  revokeDocument: (document, command) =>
    judge(command, standsAt(document, 'numbered', 'sealed', 'sent', 'archived'), () => ({
      events: [{ type: 'DocumentRevoked', data: command.data }],
    })),
};
