import { useState } from 'react';
import type { MyPage } from '#contracts/http/wages';
import { money } from '../parts/format';
import { partWords } from '../parts/pay-words';
import { Empty } from '../parts/States';
import { MyPayActs } from './MyPayActs';
import { ReadAloud } from './ReadAloud';

type Pay = MyPage['pay'][number];

const steps = ['算好', '我确认', '银行', '到账'] as const;
const stepOf: Readonly<Record<string, number>> = {
  open: 1,
  disputed: 1,
  resolved: 1,
  unconfirmed: 1,
  confirmed: 2,
  paid: 2,
  returned: 2,
  received: 4,
  closed: 4,
};
const words: Readonly<Record<string, string>> = {
  open: '请您核对',
  confirmed: '您已确认，等银行发',
  disputed: '您说不对，正在答复',
  resolved: '已经答复您，请再看一看',
  unconfirmed: '您还没有签。钱到日子照发',
  paid: '银行正在发',
  returned: '银行退回来了，用工单位要马上改好',
  received: '已到账',
  closed: '已办完',
};

/** Pay period by period: how it was worked out, where the money is, and the two things one can say. */
export function MyPay({ page: { pay } }: { page: MyPage }) {
  const [open, setOpen] = useState<string | null>(pay.find(({ status }) => status === 'open')?.stream ?? null);
  if (pay.length === 0) return <Empty>还没有算工资。每月考勤封存以后，工资会出现在这里。</Empty>;
  return (
    <ul className="cards">
      {pay.map((one) => (
        <li key={one.stream} className="pay">
          <h2>
            {one.period.slice(0, 4)} 年 {Number(one.period.slice(5))} 月
          </h2>
          <p className="quiet">{one.projectName}</p>
          <p className="amount">到手 {money(one.netFen)}</p>
          <p>
            <strong>{words[one.status] ?? one.status}</strong>
            {one.cardTail && `，发到尾号 ${one.cardTail} 的本人卡`}
          </p>
          <Progress status={one.status} />
          {open === one.stream ? (
            <PayDetails pay={one} />
          ) : (
            <button type="button" onClick={() => setOpen(one.stream)}>
              看一看
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Progress({ status }: { status: string }) {
  const at = stepOf[status] ?? 0;
  return (
    <ol className="steps" aria-label="到哪一步了">
      {steps.map((step, index) => (
        <li
          key={step}
          className={index < at ? 'done' : index === at ? 'now' : ''}
          aria-current={index === at ? 'step' : undefined}
        >
          {step}
          {index < at && ' ✔'}
        </li>
      ))}
    </ol>
  );
}

function PayDetails({ pay }: { pay: Pay }) {
  const gross = pay.parts.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const all = [...pay.parts.map(partWords), `扣款 ${money(gross - pay.netFen)}`, `到手 ${money(pay.netFen)}`];
  return (
    <>
      <ul className="plain-list" aria-label="怎么算的">
        {all.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <ReadAloud text={all.join('。')} />
      <MyPayActs key={`${pay.stream}-${pay.edition}`} pay={pay} lines={all} />
    </>
  );
}
