import type { DocumentFor } from '#domain/document/content';
import { requirementClauseOf } from '#domain/document/requirement';

interface Beginning {
  title: string;
  sections: readonly { heading: string | null; text: string }[];
}

/** How a document of each kind begins; what stands in braces is filled from the record. */
const beginnings: Readonly<Record<DocumentFor, Beginning>> = {
  approvalReply: {
    title: '关于{{项目名称}}的批复',
    sections: [
      { heading: null, text: '你单位报送的《关于{{项目名称}}的请示》收悉。经研究，现批复如下：' },
      { heading: '一、项目单位和代码', text: '项目单位为{{项目单位}}，项目代码{{项目代码}}。' },
      {
        heading: '二、投资和劳务报酬',
        text: '项目资金总额{{资金总额}}，计划发放劳务报酬{{计划劳务报酬}}，计划用工{{计划用工人数}}。',
      },
      { heading: '三、以工代赈要求', text: '本项目应当落实以下要求：' },
    ],
  },
  fundAllocation: {
    title: '关于下达{{项目名称}}资金的通知',
    sections: [
      { heading: null, text: '现将{{项目名称}}资金予以下达，资金总额{{资金总额}}。' },
      { heading: '以工代赈要求', text: '资金使用应当落实以下要求：' },
    ],
  },
  annualPlan: {
    title: '关于印发{{区名}}{{年度}}以工代赈年度计划的通知',
    sections: [
      {
        heading: null,
        text: '为落实《关于促进本市农民增收若干措施》，扎实做好本区以工代赈工作，《{{区名}}{{年度}}以工代赈项目清单》于{{公示期}}公示，现予印发，请认真组织实施。',
      },
      {
        heading: '一、计划安排',
        text: '列入清单的项目{{项目数}}，其中当年实施{{当年实施项目数}}、储备{{储备项目数}}；计划发放劳务报酬{{计划劳务报酬合计}}，计划用工{{计划用工合计}}。',
      },
      { heading: '二、落实增收措施', text: '{{落实增收措施}}' },
      { heading: '三、动态管理', text: '清单项目的增加、变更、暂停、恢复和移出，按程序报区人民政府审定。' },
      { heading: '四、以工代赈要求', text: '各项目应当落实以下要求：' },
    ],
  },
  planChange: {
    title: '关于调整{{区名}}{{年度}}以工代赈项目清单的通知',
    sections: [
      { heading: null, text: '经研究，对{{区名}}{{年度}}以工代赈项目清单作如下调整：' },
      { heading: '一、调整事项', text: '（写明增加、变更、暂停、恢复或移出的项目名称和内容）' },
      { heading: '二、以工代赈要求', text: '各项目应当落实以下要求：' },
    ],
  },
};

export const beginningOf = (kind: DocumentFor) => ({
  ...beginnings[kind],
  requirement: requirementClauseOf(kind),
  openness: 'open',
});
