import { useEffect } from 'react';
import type { AbsenceRow, DelegationRow, DelegationsPage } from '#contracts/http/bodies';
import { organizationStream } from '#domain/stream';
import { useDelegations } from '../http/queries';
import { scopeWords } from '../parts/acting-words';
import { useAddress } from '../parts/address';
import { DataTable } from '../parts/DataTable';
import { beijingMinute, shortDay } from '../parts/format';
import { Empty, Loaded } from '../parts/States';
import { useMe } from '../shell/session';
import { DeputyForm, isDelegablePost } from './DeputyForm';

const standings = { current: '进行中', coming: '未开始', past: '已结束' } as const;

/** Who acts for me and for whom I act; a deputy is set here and a window ended. */
export function DeputiesPage() {
  const page = useDelegations();
  useEffect(() => {
    document.title = '委托代办 · 以工';
  }, []);
  return (
    <section>
      <h1>委托代办</h1>
      <Loaded of={page}>{(known) => <Windows known={known} />}</Loaded>
    </section>
  );
}

function Windows({ known: { delegations, absences } }: { known: DelegationsPage }) {
  const me = useMe();
  const [act, setAct] = useAddress('act');
  const mine = delegations.filter(({ side }) => side === 'holder');
  const others = delegations.filter(({ side }) => side === 'deputy');
  const done = () => setAct('');
  const mayDelegate = me.posts.some(isDelegablePost);
  return (
    <>
      {mayDelegate && (
        <p className="acts no-print">
          <button type="button" aria-pressed={act === 'delegate'} onClick={() => setAct('delegate')}>
            委托他人代办
          </button>
          <button type="button" aria-pressed={act === 'absence'} onClick={() => setAct('absence')}>
            登记外出
          </button>
        </p>
      )}
      {act === 'delegate' && <DeputyForm type="delegatePost" done={done} />}
      {act === 'absence' && <DeputyForm type="recordAbsence" done={done} />}
      <h2>我委托的</h2>
      {mine.length === 0 ? (
        <Empty>
          没有委托他人代办。外出前在这里选好代办人、起止日期和范围，到期自行终止；办理记录写明双方姓名，您仍可自己办理。
        </Empty>
      ) : (
        <WindowTable label="我委托的" rows={mine} act={act} setAct={setAct} />
      )}
      <h2>委托我的</h2>
      {others.length === 0 ? (
        <Empty>没有人委托您代办。</Empty>
      ) : (
        <WindowTable label="委托我的" rows={others} act={act} setAct={setAct} />
      )}
      <h2>我的外出</h2>
      {absences.length === 0 ? (
        <Empty>没有登记外出。外出期间未委托代办的事项，由本单位上一级岗位办理。</Empty>
      ) : (
        <AbsenceTable rows={absences} act={act} setAct={setAct} />
      )}
    </>
  );
}

interface Acting {
  act: string;
  setAct: (act: string) => void;
}

function WindowTable({ label, rows, act, setAct }: { label: string; rows: readonly DelegationRow[] } & Acting) {
  const ending = rows.find(({ delegation }) => act === `end.${delegation}`);
  return (
    <>
      <DataTable
        label={label}
        rows={rows}
        keyOf={({ delegation }) => delegation}
        columns={[
          { title: '岗位', cell: ({ bodyName, postName }) => `${bodyName} ${postName}` },
          { title: '任职者', cell: ({ holderName }) => holderName ?? '空缺' },
          { title: '代办人', cell: ({ deputyName, deputyBodyName }) => `${deputyName}（${deputyBodyName}）` },
          { title: '期间', cell: ({ from, to }) => `${from} 至 ${to}` },
          { title: '范围', cell: (row) => scopeWords(row) || '全部事项' },
          { title: '状态', cell: standingWords },
          {
            title: '办理',
            cell: ({ side, standing, delegation }) =>
              side === 'holder' &&
              standing !== 'past' && (
                <button type="button" className="link no-print" onClick={() => setAct(`end.${delegation}`)}>
                  提前结束
                </button>
              ),
          },
        ]}
      />
      {ending && (
        <DeputyForm
          type="endDelegation"
          stream={organizationStream(ending.body)}
          preset={{ delegation: ending.delegation }}
          words={`提前结束后，${ending.deputyName}立即不能再代办；已办理的意见不变。`}
          done={() => setAct('')}
        />
      )}
    </>
  );
}

const standingWords = ({ standing, endedAt, from }: DelegationRow | AbsenceRow): string => {
  if (endedAt) return `已于 ${beijingMinute(endedAt)} 提前结束`;
  return standing === 'coming' ? `${standings.coming}（${shortDay(from)} 起）` : standings[standing];
};

function AbsenceTable({ rows, act, setAct }: { rows: readonly AbsenceRow[] } & Acting) {
  const ending = rows.find(({ id }) => act === `end.${id}`);
  return (
    <>
      <DataTable
        label="我的外出"
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          { title: '期间', cell: ({ from, to }) => `${from} 至 ${to}` },
          { title: '状态', cell: standingWords },
          {
            title: '办理',
            cell: ({ standing, id }) =>
              standing !== 'past' && (
                <button type="button" className="link no-print" onClick={() => setAct(`end.${id}`)}>
                  提前结束
                </button>
              ),
          },
        ]}
      />
      {ending && (
        <DeputyForm
          type="endAbsence"
          stream={organizationStream(ending.body)}
          preset={{ absence: ending.id }}
          words="结束后，事项仍由您办理。"
          done={() => setAct('')}
        />
      )}
    </>
  );
}
