import { Link } from 'react-router';
import type { DutyRow as Row } from '#contracts/http/inbox';
import { ClauseTag } from '../parts/ClauseTag';
import { beijingMinute, shortDay } from '../parts/format';
import { Lamp, Limit } from '../parts/Lamp';
import { useMe } from '../shell/session';
import { CountedDays } from './CountedDays';
import { pathOfDuty, whatOf, whereOf, whyOf } from './duty-words';

/** What it is, why it is mine, until when, under which clause, what follows if it is not done, and what changed since one looked. */
export function DutyFacts({ row }: { row: Row }) {
  const me = useMe();
  const { matter, dueAt } = row;
  return (
    <dl className="facts">
      <dt>做什么</dt>
      <dd>
        {whatOf(row)} · {whereOf(row)}
        {matter && ` · 第 ${matter.document} 版`}
      </dd>
      <dt>为什么</dt>
      <dd>
        <span className={row.standIn ? 'acting' : undefined}>{whyOf(row, me)}</span>
        <span className="quiet">
          ，自 <span className="date">{beijingMinute(row.since)}</span> 起
        </span>
      </dd>
      <dt>到何时</dt>
      <dd>
        <Lamp lamp={row.lamp} stopped={row.stopped} /> <Limit {...row} />
        {dueAt && <span className="quiet"> {beijingMinute(dueAt).slice(11)} 前</span>}
        {dueAt && <CountedDays since={row.since} dueAt={dueAt} />}
      </dd>
      <dt>依据</dt>
      <dd>
        <ClauseTag rule={row.rule} clause={row.clause} />
      </dd>
      {dueAt && (
        <>
          <dt>不办会</dt>
          <dd>
            {row.lamp === 'late' ? '已经逾期' : `${shortDay(dueAt)}之后即为逾期`}
            ：记入办理记录，写明当时的责任岗位和依据（{row.rule}）{matter && '，并提请上级督促（R-OA-14）'}
          </dd>
        </>
      )}
      {matter && matter.seen !== null && (
        <>
          <dt>变化</dt>
          <dd>
            您上次看的是第 {matter.seen} 版，
            {matter.changes > 0 ? (
              <Link to={`${pathOfDuty(row)}?tab=changes`}>改了 {matter.changes} 处 ▸</Link>
            ) : (
              '没有变化'
            )}
          </dd>
        </>
      )}
    </dl>
  );
}
