import type { BaseFacts, DraftingFact, FileFact } from '../facts';
import { check, type Check } from '../rules';
import { textsOf, type DocumentContent } from './content';

interface Drawn {
  content: DocumentContent;
  organ: string;
  facts: Pick<BaseFacts, 'on'> & { drafting: DraftingFact; files: Readonly<Record<string, FileFact>> };
}

/** Citizens' numbers, cards and mobile phones, as they are written. */
const personal = /(?<!\d)(\d{17}[\dXx]|\d{15,19}|1[3-9]\d{9})(?![\d.元])/;
const pictograph = /\p{Extended_Pictographic}/u;

export const contentRules: readonly Check<Drawn>[] = [
  check('R-DOC-14', ({ content: { openness, opennessReason } }) => ({
    holds: openness === 'open' || (opennessReason ?? '') !== '',
    need: '依申请公开或不予公开的理由',
    found: openness === 'open' ? '主动公开' : (opennessReason ?? '未填写'),
    mend: '填写不主动公开的理由',
    field: 'opennessReason',
  })),
  check('R-PRIV-04', ({ content }) => {
    const found = textsOf(content).find(([, text]) => personal.test(text));
    return {
      holds: found === undefined,
      need: '正文中没有身份证号、手机号和银行卡号',
      found: found ? '正文中有疑似个人号码' : '没有',
      mend: '删去个人号码；确需载明的放入不公开的附件',
      ...(found && { field: found[0] }),
    };
  }),
  check('R-DOC-12', ({ content }) => {
    const found = textsOf(content).find(([, text]) => pictograph.test(text));
    return {
      holds: found === undefined,
      need: '公文用字：汉字、字母、数字和标点',
      found: found ? '含有表情等图形符号' : '没有',
      mend: '删去图形符号',
      ...(found && { field: found[0] }),
    };
  }),
  check('R-DOC-12', ({ content: { attachments }, facts: { files } }) => {
    const missing = attachments.findIndex(({ digest }) => files[digest] === undefined);
    return {
      holds: missing === -1,
      need: '附件均已上传',
      found: missing === -1 ? '均已上传' : `“${attachments[missing]!.name}”没有上传`,
      mend: '重新选择并上传该附件',
      ...(missing !== -1 && { field: `attachments.${missing}.digest` }),
    };
  }),
  check('R-DOC-11', ({ content: { coSigners }, organ, facts: { drafting } }) => {
    const unknown = coSigners.filter((body) => drafting.names[body] === undefined);
    const twice = coSigners.filter((body, index) => body === organ || coSigners.indexOf(body) !== index);
    return {
      holds: unknown.length + twice.length === 0,
      need: '联合发文机关均已登记，且各列一次',
      found: [...unknown.map((body) => `${body} 未登记`), ...twice.map((body) => `${body} 重复`)].join('；') || '符合',
      mend: '核对联合发文机关；主办机关不再列入',
      field: 'coSigners',
    };
  }),
];
