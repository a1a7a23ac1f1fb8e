import { useRef } from 'react';
import type { MatterPage } from '#contracts/http/matters';
import { definitionOf } from '#domain/registry';
import { useDraft } from '../forms/use-draft';
import { ClauseTag } from '../parts/ClauseTag';
import { beijingMinute } from '../parts/format';
import { useKeys } from '../parts/keys';
import { useMe } from '../shell/session';
import type { Block } from './blocks';
import { ChangeWords } from './change';
import type { Reading } from './use-reading';

/** What differs from the version one chooses, first of all from the one last seen; each place is ticked when it was looked at. */
export function Changes({ page, reading, blocks }: { page: MatterPage; reading: Reading; blocks: readonly Block[] }) {
  const { documents } = page;
  const { now, base, seen, setBase } = reading;
  const [ticked, tick] = useTicks(page.stream);
  const list = useRef<HTMLOListElement>(null);
  const boxes = () => [...(list.current?.querySelectorAll<HTMLInputElement>('input') ?? [])];
  const step = (by: number) => () => {
    const all = boxes();
    const at = all.indexOf(document.activeElement as HTMLInputElement);
    all[Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
  };
  useKeys({
    BracketLeft: step(-1),
    BracketRight: step(1),
    // the one walked to; before that the first that was not looked at
    KeyV: () =>
      (boxes().find((box) => box === document.activeElement) ?? boxes().find(({ checked }) => !checked))?.click(),
  });
  const earlier = documents.filter(({ version }) => version < now.version);
  if (earlier.length === 0) return <p>这是第 1 版，没有更早的版本。</p>;
  return (
    <>
      <p>
        与{' '}
        <select
          aria-label="比较的版本"
          className="no-print"
          value={base?.version ?? ''}
          onChange={(event) => setBase(event.target.value)}
        >
          {earlier.map(({ version, at }) => (
            <option key={version} value={version}>
              {version === seen && '我上次看的'}第 {version} 版（{beijingMinute(at)}）
            </option>
          ))}
        </select>
        <span className="print-only">第 {base?.version} 版</span> 比，第 {now.version} 版
        {blocks.length === 0 ? '内容没有变化。' : `改了 ${blocks.length} 处：`}
      </p>
      <ol className="changes" ref={list} aria-label="改动之处">
        {blocks.map((block) => (
          <BlockLine
            key={block.mark}
            block={block}
            page={page}
            ticked={ticked.includes(block.mark)}
            tick={(on) => tick(block.mark, on)}
          />
        ))}
      </ol>
    </>
  );
}

/** Kept by themselves as drafts are; what changes again is another block, without its tick. */
function useTicks(stream: string): [readonly string[], (mark: string, on: boolean) => void] {
  const me = useMe();
  const { draft, change } = useDraft(me.login, `${stream}.ticks`, null, () => []);
  const marks = draft.data as readonly string[];
  const tick = (mark: string, on: boolean) =>
    change({ data: on ? [...marks, mark] : marks.filter((one) => one !== mark) });
  return [marks, tick];
}

interface BlockLineProps {
  block: Block;
  page: MatterPage;
  ticked: boolean;
  tick: (on: boolean) => void;
}

function BlockLine({ block: { field, line, version }, page, ticked, tick }: BlockLineProps) {
  const rule = field && ruleOn(page, field.path);
  return (
    <li>
      <div className="change">
        <div>
          {field && <ChangeWords change={field} page={page} />}
          {line?.map(({ text, mark }, place) =>
            mark === 'in' ? <ins key={place}>{text}</ins> : mark === 'out' ? <del key={place}>{text}</del> : text,
          )}
          <div className="quiet">
            <ClauseTag
              {...(rule && { rule: rule.rule })}
              clause={rule?.clause ?? definitionOf(version.act.type).clause}
            />
            {' · '}
            {page.people[version.by] ?? page.bodies[version.body] ?? version.body} · {beijingMinute(version.at)} · 第{' '}
            {version.version} 版
          </div>
        </div>
        <label className="check no-print">
          <input type="checkbox" checked={ticked} onChange={(event) => tick(event.target.checked)} /> 已核对
        </label>
      </div>
    </li>
  );
}

/** The rule a field answers to, where one was compared. */
const ruleOn = ({ checks }: MatterPage, path: string) =>
  [...checks.broken, ...checks.held].find(({ field }) => field !== undefined && path.startsWith(field));
