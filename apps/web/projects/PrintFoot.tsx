import type { ProjectPage } from '#contracts/http/projects';
import { beijingTime, now, shortDigest } from '../parts/format';
import { useMe } from '../shell/session';

/** On paper alone: as of when, which record, which digest, who printed. */
export function PrintFoot({ page: { at, revision, headHash } }: { page: ProjectPage }) {
  const me = useMe();
  return (
    <p className="print-only print-foot">
      时点 {beijingTime(at ?? now())} · 记录号 {revision} · 摘要 {shortDigest(headHash)} · 打印人 {me.title}
    </p>
  );
}
