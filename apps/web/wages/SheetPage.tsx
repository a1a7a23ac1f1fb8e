import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import type { PeriodPage, WageLineRowView } from '#contracts/http/wages';
import { sumFen } from '#domain/money';
import type { JobPost } from '#domain/mobilization/state';
import { segmentOf } from '#domain/project';
import { isCommandType } from '#domain/registry';
import { wagesStream } from '#domain/stream';
import { commandLabel } from '#labels/zh/commands';
import { lineStatusLabels } from '#labels/zh/terms';
import { actPath } from '../forms/act-path';
import { usePending } from '../http/live';
import { usePeriod, useProject } from '../http/queries';
import { useAddress } from '../parts/address';
import { beijingTime, money, now } from '../parts/format';
import { Lamp, Limit } from '../parts/Lamp';
import { PrintFoot } from '../parts/PrintFoot';
import { Empty, Loaded, PendingChanges } from '../parts/States';
import { SheetLines } from './SheetLines';
import { periodStatusLabel } from './status';

const statusWord = (status: string): string => (lineStatusLabels as Readonly<Record<string, string>>)[status] ?? status;

/** The wage sheet of one segment and month; on paper the form that is filed. */
export function SheetPage() {
  const { id = '', segment = '', period = '' } = useParams();
  const sheet = usePeriod(id, segment, period);
  const project = useProject(id);
  const stream = wagesStream(id, segment, period);
  const changes = usePending(stream);
  const name = project.data?.project.planning?.name ?? '';
  const planned = project.data && segmentOf(project.data.project, segment);
  useEffect(() => {
    document.title = `工资表 ${period} · 以工`;
  }, [period]);
  return (
    <section className="sheet">
      <p className="no-print">
        <Link to={`/projects/${id}/wages`}>‹ {name || '项目'}</Link>
      </p>
      <Loaded of={sheet}>
        {(page) => (
          <>
            <h1>
              <span className="no-print">工资表</span>
              <span className="print-only">工资支付表</span> {period} · {name} · {planned?.name ?? segment}
            </h1>
            <PendingChanges {...changes} />
            <p>
              状态 {periodStatusLabel(statusOf(page))} <SheetDuties page={page} />
            </p>
            <Sums lines={page.lines} />
            <p className="acts no-print">
              {page.may.filter(isCommandType).map((type) => (
                <Link key={type} className="button" to={actPath(stream, type)}>
                  {commandLabel(type)}
                </Link>
              ))}
              <button type="button" onClick={() => window.print()}>
                打印
              </button>
            </p>
            {page.lines.length === 0 ? (
              <Empty step={<Link to={`/projects/${id}/attendance?segment=${segment}&month=${period}`}>看考勤</Link>}>
                工资表还没有编制：{period} 的考勤封存后，由劳资专管员编制。
              </Empty>
            ) : (
              <Lines page={page} posts={planned?.mobilization.posts ?? []} />
            )}
            <PrintFoot>
              时点 {beijingTime(now())} · 记录号 {page.revision}
            </PrintFoot>
          </>
        )}
      </Loaded>
    </section>
  );
}

const statusOf = ({ state }: PeriodPage): string => (state as { status?: string } | null)?.status ?? 'none';

const SheetDuties = ({ page }: { page: PeriodPage }) =>
  page.duties.map((duty) => (
    <span key={duty.key} className="no-print">
      {' · '}
      <Lamp lamp={duty.lamp} stopped={duty.stopped} />{' '}
      {isCommandType(duty.command) ? commandLabel(duty.command) : duty.command}（{duty.ownerName}） <Limit {...duty} />
    </span>
  ));

function Sums({ lines }: { lines: readonly WageLineRowView[] }) {
  const sum = (of: (line: WageLineRowView) => number) => money(sumFen(lines.map(of)));
  return (
    <p className="sums">
      应发 {sum(({ grossFen }) => grossFen)}　代扣 {sum(({ deductionsFen }) => deductionsFen)}　实发{' '}
      {sum(({ netFen }) => netFen)}　已到账 {sum(({ receivedFen }) => receivedFen)}
    </p>
  );
}

function Lines({ page, posts }: { page: PeriodPage; posts: readonly JobPost[] }) {
  const [status, setStatus] = useAddress('status');
  const [q, setQ] = useAddress('q');
  const counts = new Map<string, number>();
  for (const line of page.lines) counts.set(line.status, (counts.get(line.status) ?? 0) + 1);
  const shown = page.lines.filter((line) => (status === '' || line.status === status) && line.name.includes(q));
  return (
    <>
      <div className="filters no-print">
        <div className="segmented" role="group" aria-label="状态">
          <button type="button" aria-pressed={status === ''} onClick={() => setStatus('')}>
            全部 {page.lines.length}
          </button>
          {[...counts].map(([one, count]) => (
            <button key={one} type="button" aria-pressed={status === one} onClick={() => setStatus(one)}>
              {statusWord(one)} {count}
            </button>
          ))}
        </div>
        <input
          type="search"
          className="native"
          aria-label="搜索姓名"
          placeholder="姓名"
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
      </div>
      <SheetLines lines={shown} posts={posts} statusWord={statusWord} />
    </>
  );
}
