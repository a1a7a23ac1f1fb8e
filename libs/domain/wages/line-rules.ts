import type { Actor } from '../actor';
import type { BaseFacts, WageLineFact } from '../facts';
import { formatYuan } from '../money';
import { check, type Check } from '../rules';
import type { WagePeriod } from './period';
import type { NoticeWay, WitnessedWay } from './state';

/** A confirmation, and a dispute, is the worker's own act. @rule R-CONF-10 */
export const ownAct: readonly Check<{ personRef: string; actor: Actor }>[] = [
  check('R-CONF-10', ({ personRef, actor }) => ({
    holds: actor.person === personRef,
    need: '由本人办理',
    found: actor.person === personRef ? '本人' : '他人',
    mend: '请本人登录办理；不便使用手机的，由劳资专管员现场登记',
  })),
];

export interface Confirming {
  personRef: string;
  way: WitnessedWay;
  witness: string | null;
  by: 'worker' | 'proxy';
  authority: string | null;
  actor: Actor;
}

/** A confirmation taken down on site: never the officer's word alone. @rule R-CONF-10 R-CONF-12 */
export const confirmRules: readonly Check<Confirming>[] = [
  check('R-CONF-10', ({ by, authority }) => ({
    holds: by === 'worker' || authority !== null,
    need: '本人确认，或有书面委托的代理人确认',
    found: by === 'worker' ? '本人' : authority ? '代理人，有书面委托' : '代理人，没有书面委托',
    mend: '上传书面委托书，或请本人确认',
    field: 'authority',
  })),
  check('R-CONF-10', ({ way, witness, personRef, actor }) => {
    const apart = witness !== null && witness !== personRef && witness !== actor.person;
    return {
      holds: way === 'paper' ? witness === null || apart : apart,
      need: '当面宣读或按指印的，有本人和登记人以外的见证人',
      found: witness === null ? '没有见证人' : apart ? '有见证人' : '见证人就是本人或登记人',
      mend: '请另一人到场见证',
      field: 'witness',
    };
  }),
];

/** A corrected line differs from the one disputed. @rule R-WAGE-22 */
export const replies: readonly Check<{ before: WageLineFact; after: WageLineFact | undefined }>[] = [
  check('R-WAGE-22', ({ before, after }) => ({
    holds: after !== undefined && (after.grossFen !== before.grossFen || after.netFen !== before.netFen),
    need: '更正后的报酬与原报酬不同',
    found: after ? `按考勤重新核算仍为 ${formatYuan(after.netFen)}` : '没有考勤',
    mend: '先更正并封存考勤后再答复，或答复“维持原核算”',
    field: 'outcome',
  })),
];

interface Silence {
  period: WagePeriod;
  notices: readonly { on: string; way: NoticeWay }[];
  facts: Pick<BaseFacts, 'on' | 'parameters'>;
}

/** Silence is never consent: the mark comes after the notices, on the legal pay day, and says 未确认. @clause CL-34 */
export const silenceRules: readonly Check<Silence>[] = [
  check('R-CONF-01', ({ period: { sheet, payOn }, notices, facts }) => {
    const least = facts.parameters['pay.unconfirmed.notices'] ?? 2;
    const days = new Set(
      notices.filter(({ on }) => sheet !== null && sheet.on <= on && on <= facts.on).map(({ on }) => on),
    );
    const due = facts.on >= payOn;
    return {
      holds: due && days.size >= least,
      need: `编制发放表后于 ${least} 个不同日期告知，且已到发放日 ${payOn}`,
      found: `有效告知 ${days.size} 日，今天是 ${facts.on}`,
      mend: due ? '补充告知后再标注' : '发放日之前继续请本人确认',
      field: 'notices',
    };
  }),
];
