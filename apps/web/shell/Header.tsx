import { Link } from 'react-router';
import type { ActedPost } from '#contracts/http/session';
import { homeOf } from './navigation';
import { useLeave, useMe } from './session';

const actingName = ({ holderName, bodyName, postName, to }: ActedPost): string =>
  `${holderName ?? `${bodyName} ${postName}`}（至 ${to.slice(5)}）`;

/** The product, who I am with my posts, the large print, the way out. */
export function Header({
  large,
  setLarge,
  help,
}: {
  large: boolean;
  setLarge: (on: boolean) => void;
  help: () => void;
}) {
  const me = useMe();
  const leave = useLeave();
  const posts = me.posts.map(({ bodyName, postName }) => `${bodyName} ${postName}`);
  return (
    <header className="top">
      <Link to={homeOf(me.persona)} className="product">
        <span className="mark" aria-hidden="true">
          工
        </span>
        以工
      </Link>
      <p className="who" title={posts.join('\n')}>
        <strong>{me.title}</strong>
        {me.acting.length > 0 && <span className="acting"> · 正在代{me.acting.map(actingName).join('、')}办理</span>}
        {posts.length > 0 && <span> · {posts.length === 1 ? posts[0] : `${posts[0]} 等 ${posts.length} 个岗位`}</span>}
      </p>
      <div className="top-acts">
        <button type="button" aria-pressed={large} onClick={() => setLarge(!large)}>
          大字版
        </button>
        {me.posts.length > 0 && (
          <Link className="button" to="/deputies">
            委托代办
          </Link>
        )}
        {me.persona !== 'worker' && (
          <button type="button" className="wide-only" onClick={help}>
            快捷键
          </button>
        )}
        <button type="button" onClick={leave}>
          退出
        </button>
      </div>
    </header>
  );
}
