import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Me } from '#contracts/http/session';
import { ask, ProblemError } from '../http/client';

/** Log-in; after an expiry it says that what was typed is kept. */
export function LoginForm({ enter, again = false }: { enter: (me: Me) => void; again?: boolean }) {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = '登录 · 以工';
    first.current?.focus();
  }, []);
  const submit = async () => {
    setBusy(true);
    setFault('');
    try {
      enter(
        (await ask<Me>('/api/session', { method: 'POST', body: { login: login.trim(), password }, quiet: true })).body,
      );
    } catch (error) {
      setFault(faultWords(error));
      setBusy(false);
    }
  };
  return (
    <main className="login">
      <form
        aria-label="登录"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <h1>
          <span className="mark" aria-hidden="true">
            工
          </span>
          以工
        </h1>
        <p className="quiet">北京市以工代赈项目办理与监督</p>
        {again && <p role="status">登录已到时限。已填写的内容会保留，请重新登录。</p>}
        {fault && (
          <p className="fault" role="alert" id="login-fault">
            {fault}
          </p>
        )}
        <div className="field">
          <label htmlFor="login">账号</label>
          <input
            id="login"
            ref={first}
            className="native"
            autoComplete="username"
            required
            value={login}
            onChange={(event) => setLogin(event.target.value)}
            aria-describedby={fault ? 'login-fault' : undefined}
          />
        </div>
        <div className="field">
          <label htmlFor="password">密码</label>
          <input
            id="password"
            className="native"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </div>
        <Button type="primary" htmlType="submit" size="large" block loading={busy}>
          登录
        </Button>
      </form>
    </main>
  );
}

function faultWords(error: unknown): string {
  if (!(error instanceof ProblemError)) return '网络已断开，没有登录成功。';
  const { status, detail, title } = error.problem;
  if (status === 429) return detail ?? '尝试次数过多，请稍后再试。';
  return status === 401 || status === 400 ? '账号或密码不对。' : title;
}
