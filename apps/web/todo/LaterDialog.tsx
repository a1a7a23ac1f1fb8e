import { Button } from 'antd';
import { useState } from 'react';
import { instantOf, today, wallClockOf } from '../parts/format';
import { Dialog } from '../shell/Dialog';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const morning = '08:30';

/** `YYYY-MM-DDTHH:mm` in Beijing, of a day so many days from now. */
const morningIn = (days: number): string =>
  `${wallClockOf(new Date(Date.now() + days * dayMs).toISOString()).slice(0, 10)}T${morning}`;
const untilMonday = (): number => 8 - (new Date(`${today()}T00:00:00Z`).getUTCDay() || 7);

/** Until when a duty is put out of sight. */
export function LaterDialog({ choose, close }: { choose: (until: string) => void; close: () => void }) {
  const [until, setUntil] = useState(morningIn(1));
  const instant = instantOf(until);
  const past = instant === null || Date.parse(instant) <= Date.now();
  const offers = [
    ['两小时后', new Date(Date.now() + 2 * hourMs).toISOString()],
    ['明天 8:30', instantOf(morningIn(1))!],
    ['下周一 8:30', instantOf(morningIn(untilMonday()))!],
  ] as const;
  return (
    <Dialog label="稍后处理" close={close}>
      <h2>稍后处理</h2>
      <p>到时再出现在您的待办中。不影响办理时限；到期或逾期照常计算。</p>
      <p className="acts">
        {offers.map(([label, at]) => (
          <Button key={label} onClick={() => choose(at)}>
            {label}
          </Button>
        ))}
      </p>
      <form
        className="acts"
        onSubmit={(event) => {
          event.preventDefault();
          if (!past) choose(instant);
        }}
      >
        <label htmlFor="later-until">或到（北京时间）</label>
        <input
          id="later-until"
          type="datetime-local"
          value={until}
          aria-invalid={past}
          onChange={(event) => setUntil(event.target.value)}
        />
        <Button htmlType="submit" disabled={past}>
          确定
        </Button>
        <Button onClick={close}>取消</Button>
      </form>
    </Dialog>
  );
}
