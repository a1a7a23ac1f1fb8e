import { ConfigProvider } from 'antd';
import type { Me } from '#contracts/http/session';
import { useLargePrint } from './large-print';
import { LoginForm } from './LoginForm';
import { themeFor } from './theme';

/** The log-in as a page of its own, in the print last chosen at this machine. */
export function LoginPage({ enter }: { enter: (me: Me) => void }) {
  const [large, setLarge] = useLargePrint(false);
  return (
    <ConfigProvider theme={themeFor(large)}>
      <LoginForm enter={enter} />
      <button type="button" className="login-print" aria-pressed={large} onClick={() => setLarge(!large)}>
        大字版
      </button>
    </ConfigProvider>
  );
}
