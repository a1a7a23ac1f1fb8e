import { Button } from 'antd';
import type { MatterPage } from '#contracts/http/matters';
import { keyOf, type StreamId } from '#domain/stream';
import { useMatterNow } from '../http/queries';
import { beijingMinute } from '../parts/format';
import { Loaded } from '../parts/States';
import { changesBetween, ChangeWords } from './change';

/** What changed in a matter since it was read: shown in place, nothing applied, the opinion kept. */
export function StaleMatter({ page, recheck }: { page: MatterPage; recheck: () => void }) {
  const read = page.documents.at(-1)!;
  return (
    <div className="summary" role="alert">
      <Loaded of={useMatterNow(keyOf(page.stream as StreamId))}>
        {(now) => {
          const latest = now.documents.at(-1)!;
          const changed = changesBetween(read, latest);
          const rounds = now.state.round > page.state.round ? `（第 ${now.state.round} 轮）` : '';
          return (
            <>
              <h2>
                您核对的是第 {read.version} 版，现在是第 {latest.version} 版{rounds}，没有提交
              </h2>
              <p>
                {now.bodies[latest.body] ?? latest.body} {now.people[latest.by] ?? ''} {beijingMinute(latest.at)}{' '}
                {changed.length > 0 ? `改了 ${changed.length} 处：` : '送审，内容没有变化。'}
              </p>
              <ol aria-label="其间的变化">
                {changed.map((change) => (
                  <li key={change.path}>
                    <ChangeWords change={change} page={now} />
                  </li>
                ))}
              </ol>
              <p>您填写的意见还在。</p>
              <Button type="primary" onClick={recheck}>
                按第 {latest.version} 版重新核对
              </Button>
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
