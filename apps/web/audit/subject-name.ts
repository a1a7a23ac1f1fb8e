import type { OfficialDocument } from '#domain/document/document';
import type { Organization } from '#domain/organization/organization';
import type { Matter } from '#domain/signoff/matter';
import type { StreamState } from '#domain/state';
import { keyOf, kindOf } from '#domain/stream';
import { districtName } from '#labels/zh/districts';
import { planName } from '#labels/zh/subjects';

/** What a stream is about, as people call it; nothing where it bears no name of its own. */
export function subjectName({ stream, subject }: StreamState): string | undefined {
  const [first = '', second = '', period = ''] = keyOf(stream).split('/');
  switch (kindOf(stream)) {
    case 'project':
      return undefined;
    case 'signoff':
      return (subject as Matter).title;
    case 'document':
      return (subject as OfficialDocument).content?.title;
    case 'organization':
      return (subject as Organization).name;
    case 'plan':
      return planName(stream);
    case 'wages':
      return `工资表 ${period}`;
    case 'evaluation':
      return `${districtName(first)} ${second} 年度评估`;
    case 'rulebook':
      return `${districtName(first)}规则`;
  }
}
