import type { StandIn } from '#contracts/http/inbox';
import type { Scope } from '#domain/organization/delegation';
import type { Said } from '#domain/signoff/matter';
import { districtName } from '#labels/zh/districts';
import { matterKindLabels } from '#labels/zh/terms';
import { money } from './format';

type Names = Readonly<Record<string, string>>;

/** What a delegation is limited to; empty where to nothing. */
export function scopeWords({ matterKinds, withinDistricts, limitFen }: Scope): string {
  const limits = [
    matterKinds && matterKinds.map((kind) => matterKindLabels[kind]).join('、'),
    withinDistricts && withinDistricts.map(districtName).join('、'),
    limitFen !== null && `${money(limitFen)} 以内`,
  ].filter(Boolean);
  return limits.length > 0 ? `仅限${limits.join('，')}` : '';
}

/** Why it falls to me: `代张三办理 · 至 10-20 · 仅限立项批复`. */
export function standInWords(standIn: StandIn): string {
  if (standIn.ground === 'higherPost') return '该岗位无人在岗，由上一级岗位办理';
  const whose = standIn.holderName === null ? '空缺岗位' : standIn.holderName;
  return [`代${whose}办理`, `至 ${standIn.to.slice(5)}`, scopeWords(standIn)].filter(Boolean).join(' · ');
}

const nameOf = (person: string, people: Names): string => people[person] ?? '未登记账号的人员';

/** Who said it, and for whom: `李四（代张三）`. */
export const speakerWords = ({ by, onBehalfOf }: Pick<Said, 'by' | 'onBehalfOf'>, people: Names): string =>
  nameOf(by, people) +
  (onBehalfOf ? `（代${onBehalfOf.person === null ? '空缺岗位' : nameOf(onBehalfOf.person, people)}）` : '');
