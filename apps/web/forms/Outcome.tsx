import type { ReactNode } from 'react';
import type { CommandAccepted } from '#contracts/http/commands';
import { beijingTime } from '../parts/format';

/** Stored, not yet decided: nothing more to do, it turns by itself. */
export function StoredBar({ commandId }: { commandId: string }) {
  return (
    <p className="stored" role="status">
      已受理，正在记入，编号 {commandId.slice(0, 13)}。不必再次提交
    </p>
  );
}

/** Final and visible at once: the record answered. */
export function Closed({
  accepted: { recordedAt, revision },
  after,
}: {
  accepted: CommandAccepted;
  after?: ReactNode;
}) {
  return (
    <div className="closed" role="status">
      <p>
        <strong>已办结</strong> · {beijingTime(recordedAt)} · 记录号 {revision}
      </p>
      {after}
    </div>
  );
}
