import { useQuery } from '@tanstack/react-query';
import { Button, ConfigProvider } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { CheckAnswer } from '#contracts/http/documents';
import { ProblemError, read } from '../http/client';
import { useLargePrint } from '../shell/large-print';
import { themeFor } from '../shell/theme';
import { Loading } from '../parts/States';
import { Verdict } from './Verdict';

/** Digits and letters of a code, in groups of four as they are printed. */
const grouped = (code: string): string =>
  (code.toLowerCase().match(/[0-9a-f]/g) ?? []).join('').replaceAll(/(.{4})(?=.)/g, '$1-');

/** Anyone checks an official document by the code it bears: no account, nothing but the document's own face. */
export function CheckPage() {
  const { code = '' } = useParams();
  const [large, setLarge] = useLargePrint(false);
  useEffect(() => {
    document.title = '公文查验 · 以工';
  }, []);
  return (
    <ConfigProvider theme={themeFor(large)}>
      <header className="top no-print">
        <span className="product">
          <span className="mark" aria-hidden="true">
            工
          </span>
          以工
        </span>
        <div className="top-acts">
          <button type="button" aria-pressed={large} onClick={() => setLarge(!large)}>
            大字版
          </button>
        </div>
      </header>
      <main className="check-page">
        <h1>公文查验</h1>
        <CodeForm key={code} code={code} />
        {code !== '' && <Answer code={code} />}
      </main>
    </ConfigProvider>
  );
}

function CodeForm({ code }: { code: string }) {
  const [typed, setTyped] = useState(grouped(code));
  const go = useNavigate();
  return (
    <form
      className="no-print"
      aria-label="查验"
      onSubmit={(event) => {
        event.preventDefault();
        if (grouped(typed) !== '') void go(`/check/${grouped(typed)}`);
      }}
    >
      <div className="field">
        <label htmlFor="code">核验码</label>
        <input
          id="code"
          className="native"
          autoComplete="off"
          spellCheck={false}
          placeholder="公文末页下方，24 位字母和数字"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <p className="acts">
        <Button type="primary" htmlType="submit" size="large">
          查验
        </Button>
        <span className="quiet">也可以用手机相机扫描公文末页的二维码。</span>
      </p>
    </form>
  );
}

function Answer({ code }: { code: string }) {
  const answer = useQuery({
    queryKey: ['check', code],
    queryFn: ({ signal }) => read<CheckAnswer>(`/api/check/${encodeURIComponent(code)}`, signal),
  });
  if (answer.isPending) return <Loading lines={4} />;
  if (answer.error) return <p role="alert">{wordsOf(answer.error)}</p>;
  if (!answer.data.document)
    return (
      <div className="verdict unknown" role="status">
        <p className="big">没有查到这个核验码的公文</p>
        <p>
          请对照公文末页“核验码”重新输入：共 24 位，只有数字 0–9 和字母
          a–f。仍查不到的，这份公文不是由本系统印发的，请向发文机关核实。
        </p>
      </div>
    );
  return <Verdict code={code} checked={answer.data.document} />;
}

const wordsOf = (error: unknown): string =>
  error instanceof ProblemError && error.problem.status === 429
    ? '查验过于频繁，请一分钟后再试。'
    : '没有查到结果，网络或服务暂时不通，请稍后再试。';
