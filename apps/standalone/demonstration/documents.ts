import { addDays, type CivilDate } from '#domain/calendar';
import { requirementClauseOf } from '#domain/document/requirement';
import { documentStream, projectStream } from '#domain/stream';
import type { CommandInput } from '../http-client';
import { act, type Act } from './act';
import { bodyOf } from './story';

type Drafted = CommandInput<'draftDocument'>;

/** The allocation whose document is on its way. */
export const allocationDocument = 'demo-xiada-shifan';
const replyDocument = (project: string): string => `${project}-pifu`;

const common: Pick<Drafted, 'openness' | 'copyTo'> = { openness: 'open', copyTo: ['演示区审计局'] };

const replyText = (project: string, name: string): Drafted => ({
  ...common,
  kind: 'approvalReply',
  subject: projectStream(project),
  title: `关于${name}的批复`,
  recipient: '演示区水利建设中心',
  sections: [
    { text: `你单位报送的《关于${name}的请示》收悉。经研究，现批复如下：` },
    { heading: '一、项目单位和代码', text: '项目单位为{{项目单位}}，项目代码{{项目代码}}。' },
    {
      heading: '二、投资和劳务报酬',
      text: '项目资金总额{{资金总额}}，计划发放劳务报酬{{计划劳务报酬}}，计划用工{{计划用工人数}}。',
    },
    { heading: '三、以工代赈要求', text: '本项目应当落实以下要求：' },
  ],
  requirement: requirementClauseOf('approvalReply'),
});

/**
 * A reply that goes out as a document: drawn up by its organ's handler before its sign-off, then sealed, sent and filed.
 * @param acts of the project, the reply among them
 */
export const withReplyDocument = (acts: readonly Act[], project: string): Act[] =>
  acts.flatMap((one) => {
    if (one.type !== 'issueApprovalReply') return [one];
    const stream = documentStream(replyDocument(project));
    const by = `${bodyOf(one.by)}/handler`;
    const { title } = one.data as CommandInput<'issueApprovalReply'>;
    const name = title.slice('关于'.length, -'的批复'.length);
    const at = (time: string) => ({ time });
    return [
      act(stream, 'draftDocument', by, addDays(one.on, -2), replyText(project, name), at('15:00')),
      {
        ...one,
        data: { ...one.data, requirement: requirementClauseOf('approvalReply'), document: replyDocument(project) },
      },
      act(stream, 'sealDocument', by, one.on, { seal: 'physical', signatureHolds: false }, at('11:00')),
      act(
        stream,
        'sendDocument',
        by,
        one.on,
        { recipients: ['演示区水利建设中心', '演示区榆岭镇人民政府'], channel: 'exchange' },
        at('14:00'),
      ),
    ];
  });

/** Drawn up by finance for the money of the demonstration work, before its sign-off begins. */
export function allocationDraft(on: CivilDate): Act {
  const project = 'demo-shifan-gongcheng';
  const name = '演示·榆岭镇以工代赈示范工程';
  return act(
    documentStream(allocationDocument),
    'draftDocument',
    'ys-fin/handler',
    on,
    {
      ...common,
      kind: 'fundAllocation',
      subject: projectStream(project),
      title: `关于下达${name}资金的通知`,
      recipient: '演示区水务局，演示区榆岭镇人民政府',
      sections: [
        { text: '现将{{项目名称}}资金予以下达，资金总额{{资金总额}}。' },
        { heading: '以工代赈要求', text: '资金使用应当落实以下要求：' },
      ],
      requirement: requirementClauseOf('fundAllocation'),
    },
    { time: '15:00' },
  );
}
