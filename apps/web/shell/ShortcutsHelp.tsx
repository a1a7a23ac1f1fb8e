import { Button } from 'antd';
import { useState } from 'react';
import { singleKeysOn, switchSingleKeys } from '../parts/keys';
import { Dialog } from './Dialog';

const shortcuts = [
  ['/', '搜索'],
  ['?', '快捷键'],
  ['Ctrl+K', '命令：去任何一页'],
  ['J / K 或 ↓ ↑', '列表中下一条、上一条'],
  ['Enter', '打开'],
  ['1 … 5', '审批：选择同意、退回等办理方式'],
  ['[ / ]', '审批：改动之处：上一处、下一处'],
  ['V', '审批：这一处已核对'],
  ['T', '审批：到办理过程'],
  ['A', '审批：到各方意见'],
  ['Ctrl+Enter', '提交表单'],
  ['Esc', '离开正在填写的意见'],
  ['H', '待办：稍后处理（不影响办理时限）'],
  ['X', '待办：选择或取消选择，批量同意'],
  ['U', '我发起：催办'],
  ['← →', '审计：上一条、下一条记录'],
  ['Home / End', '审计：第一条、最后一条记录'],
] as const;

export function ShortcutsHelp({ close }: { close: () => void }) {
  const [on, setOn] = useState(singleKeysOn());
  return (
    <Dialog label="快捷键" close={close}>
      <h2>快捷键</h2>
      <dl className="shortcuts">
        {shortcuts.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <div className="check">
        <input
          id="single-keys"
          type="checkbox"
          checked={on}
          onChange={(event) => {
            switchSingleKeys(event.target.checked);
            setOn(event.target.checked);
          }}
        />
        <label htmlFor="single-keys">使用单键快捷键</label>
      </div>
      <Button onClick={close}>关闭</Button>
    </Dialog>
  );
}
