import type { DocumentFor } from '#domain/document/content';
import { requirementClause } from '#domain/document/requirement';

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
  annualPlan: { title: '', sections: [{ heading: null, text: '' }] },
};

export const beginningOf = (kind: DocumentFor) => ({
  ...beginnings[kind],
  requirement: requirementClause,
  openness: 'open',
});
