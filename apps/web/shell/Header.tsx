import { Link } from 'react-router';
import { homeOf } from './navigation';
import { useLeave, useMe } from './session';

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
        {posts.length > 0 && <span> · {posts.length === 1 ? posts[0] : `${posts[0]} 等 ${posts.length} 个岗位`}</span>}
      </p>
      <div className="top-acts">
        <button type="button" aria-pressed={large} onClick={() => setLarge(!large)}>
          大字版
        </button>
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
