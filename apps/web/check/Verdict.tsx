import type { CheckedDocument } from '#contracts/http/documents';
import { printedDate } from '#domain/civil-date';
import { Paper } from '../documents/Paper';
import { FileCheck } from './FileCheck';

interface Words {
  verdict: string;
  meaning: string;
}
const genuine: Words = {
  verdict: '查验属实，本文有效',
  meaning: '这份公文由下列机关印发，记录逐条校验一致。请核对手中公文与下列内容是否相同。',
};
const void_: Words = {
  verdict: '本文已作废',
  meaning: '这份公文确由下列机关印发，后已作废，文号不再使用。请以发文机关的新文为准。',
};
const replaced = (by: string): Words => ({
  verdict: `本文已被 ${by} 代替`,
  meaning: `这份公文确由下列机关印发，后由 ${by} 代替，不再有效。请以 ${by} 为准。`,
});
const unreliable: Words = {
  verdict: '记录校验不通过，请勿采信',
  meaning: '系统中这份公文的记录与其校验值不一致，请向发文机关核实。',
};

/** Whether it is genuine and in force, and its face as far as it is public. */
export function Verdict({ code, checked }: { code: string; checked: CheckedDocument }) {
  const { number, title, issuers, on, digest, voided, replacedBy, agrees, face } = checked;
  const words = !agrees ? unreliable : voided ? void_ : replacedBy !== null ? replaced(replacedBy) : genuine;
  return (
    <>
      <div className={`verdict ${words === genuine ? 'good' : 'bad'}`} role="status">
        <p className="big">{words.verdict}</p>
        <p>{words.meaning}</p>
      </div>
      <dl className="facts">
        <dt>文号</dt>
        <dd>{voided || replacedBy !== null ? <s>{number}</s> : number}</dd>
        <dt>标题</dt>
        <dd>{title}</dd>
        <dt>发文机关</dt>
        <dd>{issuers.join('、')}</dd>
        <dt>成文日期</dt>
        <dd>{printedDate(on)}</dd>
        <dt>文稿摘要</dt>
        <dd>
          <code>{digest}</code>
        </dd>
      </dl>
      <FileCheck code={code} />
      {face ? <Paper face={face} /> : <p className="quiet">这份公文不是主动公开的，正文不在此显示。</p>}
    </>
  );
}
