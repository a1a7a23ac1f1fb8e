import { ConfigProvider } from 'antd';
import { Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { NavLink, Outlet, useNavigate } from 'react-router';
import { connect, connectionNow, watchConnection } from '../http/changes';
import { useAutoUpdate } from '../http/live';
import { useKeys } from '../parts/keys';
import { Loading } from '../parts/States';
import { CommandPalette } from './CommandPalette';
import { Header } from './Header';
import { useLargePrint } from './large-print';
import { placesOf } from './navigation';
import { useMe } from './session';
import { ShortcutsHelp } from './ShortcutsHelp';
import { themeFor } from './theme';

/** What stands around every page: who I am, where I can go, what is lost or late. */
export function Shell() {
  const me = useMe();
  const go = useNavigate();
  const worker = me.persona === 'worker';
  const [large, setLarge] = useLargePrint(worker);
  const [help, setHelp] = useState(false);
  const [palette, setPalette] = useState(false);
  const connection = useSyncExternalStore(watchConnection, connectionNow);
  useEffect(() => connect(), []);
  useAutoUpdate('duties');
  useAutoUpdate('boxes');
  useKeys({
    'Ctrl+KeyK': () => setPalette(true),
    'Shift+Slash': () => setHelp(true),
    Slash: () => {
      const search = document.querySelector<HTMLInputElement>('input[type="search"]');
      if (search) search.focus();
      else if (!worker) void go('/projects?focus=search');
    },
  });
  return (
    <ConfigProvider theme={themeFor(large)}>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <Header large={large} setLarge={setLarge} help={() => setHelp(true)} />
      {connection === 'lost' && (
        <p className="offline" role="status">
          网络已断开，正在重连
        </p>
      )}
      <div className={worker ? 'frame worker' : 'frame'}>
        <nav className="places" aria-label="主导航">
          {placesOf(me).map(({ to, label }) => (
            <NavLink key={to} to={to}>
              {label}
            </NavLink>
          ))}
        </nav>
        <main id="main" tabIndex={-1}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      {help && <ShortcutsHelp close={() => setHelp(false)} />}
      {palette && <CommandPalette close={() => setPalette(false)} />}
    </ConfigProvider>
  );
}
