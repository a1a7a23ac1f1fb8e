import type { DocumentContent } from '../../libs/domain/document/content';
import { noDocument, type OfficialDocument } from '../../libs/domain/document/document';
import { requirementClause } from '../../libs/domain/document/requirement';
import type { DraftingFact, PaperFact } from '../../libs/domain/facts';
import { listed } from './projects';

/** A reply as an office draws it up. */
export const content = (change: Partial<DocumentContent> = {}): DocumentContent => ({
  title: '关于{{项目名称}}实施方案的批复',
  recipient: '演示镇人民政府',
  sections: [
    { heading: null, text: '你镇来文收悉。经研究，现批复如下：' },
    { heading: '一、投资', text: '项目资金总额{{资金总额}}。' },
  ],
  requirement: requirementClause,
  attachments: [],
  coSigners: [],
  replaces: null,
  copyTo: [],
  secrecy: 'none',
  urgency: 'normal',
  openness: 'open',
  opennessReason: null,
  ...change,
});

export const drafting = (change: Partial<DraftingFact> = {}): DraftingFact => ({
  district: '110119',
  project: listed(),
  plan: null,
  entryProjects: {},
  names: { 'yq-fin': '演示区财政局', 'yq-ara': '演示区农业农村局' },
  ...change,
});

/** A draft of the water department, as its text stands. */
export const drafted = (change: Partial<OfficialDocument> = {}): OfficialDocument => ({
  ...noDocument('d-1'),
  status: 'draft',
  subject: 'project/p-demo',
  district: '110119',
  organ: 'yq-water',
  content: content(),
  version: 1,
  ...change,
});

export const textDigest = `sm3:${'d'.repeat(64)}`;

export const paper = (change: Partial<PaperFact> = {}): PaperFact => ({
  document: drafted(),
  digest: textDigest,
  signed: { agreed: ['yq-water'], digest: textDigest },
  ...change,
});
