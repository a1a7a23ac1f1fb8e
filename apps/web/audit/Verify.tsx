import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { History } from '#contracts/http/history';
import type { StreamId } from '#domain/stream';
import { keyOf, kindOf } from '#domain/stream';
import { useVerification } from '../http/queries';
import { Loaded } from '../parts/States';
import { holds, verifyChain, type Check } from './verify';

const parts = [
  ['ordered', '序号连续', '没有缺号、重号'],
  ['digest', '本条摘要', '每条的内容与其摘要相符'],
  ['linked', '接前一条', '每条都接在前一条之后，没有删、插、换序'],
  ['faithful', '所见即所封', '屏幕上显示的就是当时封存的内容'],
] as const;

const serverParts: Readonly<Record<string, readonly [label: string, proves: string]>> = {
  sequence: ['序号连续', '没有缺号、重号'],
  chain: ['前后相接', '每条的内容与其摘要相符，并接在前一条之后'],
  columns: ['查询列', '供查询的各列与封存的内容相符'],
  order: ['记录时间', '每条的记录时间不早于前一条'],
  rows: ['明细', '名册、考勤、工资等明细与封存时的行数、摘要相符'],
  head: ['末条', '最后一条没有被删去，其后也没有多出'],
  state: ['状态', '保存的当前状态与逐条重放的结果一致'],
  invariants: ['办理规则', '每次办理之后，待办与应办一致，没有一票两计，事项只结束一次'],
  joined: ['审批与业务', '同意办结的事项与它所办的业务同时记录，互相写明'],
  sealed: ['封存', '列入全局次序的每一条都还在，摘要不变'],
};

/** Proof from the bytes: once in this browser, once by the server. */
export function Verify({ stream, history }: { stream: StreamId; history: History }) {
  const here = useQuery({
    queryKey: ['here', stream, history.events.length],
    queryFn: () => verifyChain(history.events),
    staleTime: 0,
  });
  const there = useVerification(stream);
  return (
    <div className="verify">
      <section className="panel" aria-label="本机核验">
        <h2>本机核验</h2>
        <Loaded of={here}>{(checks) => <Here checks={checks} stream={stream} />}</Loaded>
      </section>
      <section className="panel" aria-label="服务器核验">
        <h2>服务器核验</h2>
        <Loaded of={there}>
          {({ ok, checked, algorithm, fault, steps }) => (
            <>
              <p className={ok ? 'passed' : 'lamp-late'} role="status">
                {ok
                  ? `通过 ✔ ${checked} 条，算法 ${algorithm.toUpperCase()}`
                  : `不通过 ✘ ${fault ? `第 ${fault.version} 条：${fault.detail}` : ''}`}
              </p>
              <ol>
                {steps.map(({ name, ok: passed, detail }) => {
                  const [label, proves] = serverParts[name] ?? [name, ''];
                  return (
                    <li key={name}>
                      {label}：{passed ? '通过' : <strong className="lamp-late">不通过，{detail}</strong>}{' '}
                      <span className="quiet">{proves}</span>
                    </li>
                  );
                })}
              </ol>
            </>
          )}
        </Loaded>
        <Button onClick={() => void there.refetch()} loading={there.isFetching}>
          再次核验
        </Button>
      </section>
    </div>
  );
}

function Here({ checks, stream }: { checks: readonly Check[]; stream: StreamId }) {
  const bad = checks.find((check) => !holds(check));
  const at = kindOf(stream) === 'project' ? `/audit/projects/${keyOf(stream)}` : `/audit/${stream}`;
  return (
    <>
      <p className={bad ? 'lamp-late' : 'passed'} role="status">
        {bad ? '不通过 ✘' : `通过 ✔ ${checks.length} 条，在本机逐条重算`}
      </p>
      {bad && (
        <p>
          第一处：<Link to={`${at}?event=${bad.version}`}>第 {bad.version} 条</Link>
        </p>
      )}
      <ol>
        {parts.map(([name, label, proves]) => {
          const failed = checks.find((check) => !check[name]);
          return (
            <li key={name}>
              {label}：{failed ? <strong className="lamp-late">不通过，第 {failed.version} 条</strong> : '通过'}{' '}
              <span className="quiet">{proves}</span>
            </li>
          );
        })}
      </ol>
      <p className="quiet">证明：这些记录封存后没有被改动。不证明：当时录入的内容本身属实。</p>
    </>
  );
}
