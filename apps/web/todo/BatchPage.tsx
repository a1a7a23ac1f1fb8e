import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { MatterPage } from '#contracts/http/matters';
import { given, type ActAnswer } from '../forms/use-act';
import { useRefreshAll } from '../http/live';
import { useMatterPages } from '../http/queries';
import { DataTable, type Column } from '../parts/DataTable';
import { Empty, Loading } from '../parts/States';
import { batchItem, hindrances, seatIn, undoneWords, type BatchItem } from './batch';

interface Line {
  item: BatchItem;
  /** undefined where it cannot be seen */
  page: MatterPage | undefined;
  answer: ActAnswer | undefined;
}

/** 批量同意: every item with its version and what stands against it, looked at once more; each then has an answer of its own. */
export function BatchPage() {
  const [params] = useSearchParams();
  const items = params.getAll('item').map(batchItem);
  const pages = useMatterPages(items.map(({ matter }) => matter));
  const refreshAll = useRefreshAll();
  const [answers, setAnswers] = useState<Readonly<Record<string, ActAnswer>>>({});
  // what was looked at is what is sent, whatever comes in meanwhile
  const [read, setRead] = useState<readonly (MatterPage | undefined)[]>();
  const [busy, setBusy] = useState(false);
  const loaded = pages.every(({ isPending }) => !isPending);
  useEffect(() => {
    document.title = '批量同意 · 以工';
    if (loaded && !read) setRead(pages.map(({ data }) => data));
  }, [loaded, read, pages]);
  if (items.length === 0)
    return (
      <>
        <h1>批量同意</h1>
        <Empty step={<Link to="/todo">去待办</Link>}>还没有选择要批量同意的事项。</Empty>
      </>
    );
  if (!read) return <Loading />;
  const lines = items.map((item, index): Line => ({ item, page: read[index], answer: answers[item.stream] }));
  const ready = lines.filter(({ item, page, answer }) => !answer && page && hindrances(page, item).length === 0);
  const agree = async () => {
    setBusy(true);
    for (const { item, page } of ready) {
      const { round, documentVersion } = seatIn(page!, item)!.data;
      const data = { seat: item.seat, decision: 'agree', opinion: null, round, documentVersion };
      const answer = await given({ stream: item.stream, type: 'giveDecision', data });
      setAnswers((before) => ({ ...before, [item.stream]: answer }));
    }
    setBusy(false);
    refreshAll();
  };
  return (
    <section>
      <p>
        <Link to="/todo">‹ 待办</Link>
      </p>
      <h1>批量同意 {items.length} 件</h1>
      <Outcome answers={Object.values(answers)} busy={busy} />
      <DataTable label="逐件核对" columns={columns} rows={lines} keyOf={({ item }) => item.stream} />
      {ready.length > 0 && (
        <p className="acts">
          <Button type="primary" size="large" loading={busy} onClick={() => void agree()}>
            同意这 {ready.length} 件
          </Button>
          <span className="quiet">每件单独记入办理记录；不附意见。有不符的，请逐件办理。</span>
        </p>
      )}
    </section>
  );
}

/** `12 件已办结，1 件未办：版本已变` */
function Outcome({ answers, busy }: { answers: readonly ActAnswer[]; busy: boolean }) {
  if (answers.length === 0) return null;
  const undone = answers.flatMap((answer) => (answer.at === 'done' ? [] : [undoneWords(answer)]));
  return (
    <p className={undone.length > 0 ? 'summary' : 'closed'} role="status">
      {busy && '正在办理……'}
      <strong>{answers.length - undone.length} 件已办结</strong>
      {undone.length > 0 && `，${undone.length} 件未办：${[...new Set(undone)].join('；')}`}
    </p>
  );
}

const columns: readonly Column<Line>[] = [
  {
    title: '事项',
    cell: ({ item, page }) => <Link to={`/signoffs/${item.matter}`}>{page?.state.title ?? item.matter}</Link>,
  },
  { title: '项目', cell: ({ page }) => page?.projectName ?? '—' },
  { title: '文稿', cell: ({ page }) => (page ? versionWords(page) : '—') },
  {
    title: '核对',
    cell: ({ item, page }) => <Checked found={page ? hindrances(page, item) : ['没有找到，或您无权查看']} />,
  },
  { title: '结果', cell: ({ answer }) => (answer ? resultWords(answer) : '未办') },
];

function versionWords({ state: { document }, seen }: MatterPage): string {
  const last = seen?.documents.at(-1);
  if (last === undefined) return `第 ${document.version} 版（您还没有看过）`;
  return last < document.version ? `第 ${document.version} 版（您看过第 ${last} 版）` : `第 ${document.version} 版`;
}

const Checked = ({ found }: { found: readonly string[] }) =>
  found.length === 0 ? <>可以办理</> : <span className="lamp-late">{found.join('；')}</span>;

const resultWords = (answer: ActAnswer): string => {
  if (answer.at !== 'done') return `未办：${undoneWords(answer)}`;
  return answer.accepted.status === 'recorded' ? `已办结 · 记录号 ${answer.accepted.revision}` : '已受理，正在记入';
};
