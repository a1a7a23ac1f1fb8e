import { password, testApi, type TestApi } from './api';

let here: TestApi;
jest.setTimeout(60_000); // passwords are hashed to cost time, on a machine that others use too
beforeAll(async () => {
  here = await testApi();
});
afterAll(() => here?.stop());

describe('logging in', () => {
  it('opens a session whose cookie no script can read, and tells posts and token', async () => {
    const visitor = here.visitor();
    const answer = await visitor.logIn('yq-gov.handler');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/);
    expect(answer.body).toMatchObject({ persona: 'approver', personRef: null, idleMinutes: 30 });
    expect(answer.body.posts).toMatchObject([
      { key: 'yq-gov/handler', bodyKind: 'districtGovernment', district: '110119' },
    ]);
    expect((await visitor.get('/api/me')).body).toMatchObject({ login: 'yq-gov.handler', csrf: visitor.csrf });
  });

  it('locks after five failed tries, known account or not, says until when and opens again afterwards', async () => {
    for (const login of ['yq-drc.handler', 'nobody-of-this-name']) {
      const visitor = here.visitor();
      const words = [1, 2, 3, 4].map(() => visitor.logIn(login, 'wrong'));
      expect((await Promise.all(words)).map(({ status }) => status)).toEqual([401, 401, 401, 401]);
      const fifth = await visitor.logIn(login, 'wrong');
      expect(fifth.status).toBe(429);
      expect(fifth.body.detail).toMatch(/锁定至 \d{2}:\d{2}/);
      expect(Number(fifth.headers.get('retry-after'))).toBeGreaterThan(800);
      expect((await visitor.logIn(login, password)).status).toBe(429);
    }
    here.pass(16);
    expect((await here.visitor().logIn('yq-drc.handler')).status).toBe(200);
  });

  it('limits the tries from one address', async () => {
    here.pass(2);
    const tries = [];
    for (let count = 0; count < 21; count += 1)
      tries.push((await here.visitor().logIn(`someone-${count}`, 'wrong')).status);
    expect(tries.slice(0, 20)).not.toContain(429);
    expect(tries[20]).toBe(429);
    here.pass(2);
  });
});

describe('a session', () => {
  it('refuses unsafe requests without its token', async () => {
    const visitor = await here.as('yq-gov.handler');
    const token = visitor.csrf;
    visitor.csrf = '';
    expect((await visitor.give('projects/p-csrf', 'reserveProject', {})).status).toBe(403);
    visitor.csrf = `${token}x`;
    expect((await visitor.send('/api/session', { method: 'DELETE' })).status).toBe(403);
    expect((await visitor.get('/api/me')).status).toBe(200);
  });

  it('ends by leaving', async () => {
    const visitor = await here.as('yq-gov.handler');
    const { cookie } = visitor;
    expect((await visitor.send('/api/session', { method: 'DELETE' })).status).toBe(204);
    visitor.cookie = cookie;
    expect((await visitor.get('/api/me')).status).toBe(401);
  });

  it('lives while it is used, and ends after thirty idle minutes or twelve hours', async () => {
    const used = await here.as('yq-gov.handler');
    const idle = await here.as('yq-ara.handler');
    for (const _ of [1, 2]) {
      here.pass(29);
      expect((await used.get('/api/me')).status).toBe(200);
    }
    expect((await idle.get('/api/me')).status).toBe(401);
    for (let minutes = 58; minutes < 12 * 60; minutes += 29) {
      here.pass(29);
      await used.get('/api/me');
    }
    expect((await used.get('/api/me')).status).toBe(401);
  });
});

describe('accounts', () => {
  it('are set up by an administrator alone, each login once', async () => {
    const admin = await here.as('admin');
    expect(admin.me).toMatchObject({ persona: 'administrator' });
    const made = await admin.post('/api/accounts', { login: 'Wang.Li', title: '经办人', password });
    expect(made).toMatchObject({ status: 201, body: { person: expect.stringMatching(/^[0-9a-f-]{36}$/) } });
    expect((await here.visitor().logIn('wang.li')).status).toBe(200);
    expect((await admin.post('/api/accounts', { login: 'wang.li', title: '经办人', password })).status).toBe(400);
    const other = await here.as('yq-gov.handler');
    expect((await other.post('/api/accounts', { login: 'zhao', title: '经办人', password })).status).toBe(403);
  });

  it('change their password with the present one, and all their sessions end', async () => {
    const one = await here.as('wang.li');
    const elsewhere = await here.as('wang.li');
    const change = (current: string) =>
      one.send('/api/accounts/wang.li', { method: 'PATCH', body: { password: 'another long one', current } });
    expect((await change('wrong')).body).toMatchObject({ status: 400, faults: [{ field: 'current' }] });
    expect((await change(password)).status).toBe(204);
    expect((await elsewhere.get('/api/me')).status).toBe(401);
    expect((await here.visitor().logIn('wang.li', 'another long one')).status).toBe(200);
  });

  it('leave a journal that nobody edits', async () => {
    const { database } = here.system;
    const kinds = await database.query<{ act: string; result: string }[]>(
      'select distinct act, result from auth.journal order by act, result',
    );
    expect(kinds).toEqual(
      expect.arrayContaining([
        { act: 'login', result: 'done' },
        { act: 'login', result: 'locked' },
        { act: 'logout', result: 'done' },
        { act: 'createAccount', result: 'done' },
        { act: 'changePassword', result: 'done' },
      ]),
    );
    await expect(database.query(`update auth.journal set result = 'done'`)).rejects.toThrow(/append-only/);
  });
});

it('gives each persona by the posts held', async () => {
  const personas = await Promise.all(
    ['yq-fin.auditor', 'yq-drc.scheduler', 'jingxi-build.labor-pay-officer', 'sihai-town.handler', 'admin'].map(
      async (login) => [login, (await here.as(login)).me!.persona],
    ),
  );
  expect(Object.fromEntries(personas)).toEqual({
    'yq-fin.auditor': 'auditor',
    'yq-drc.scheduler': 'scheduler',
    'jingxi-build.labor-pay-officer': 'payOfficer',
    'sihai-town.handler': 'approver',
    admin: 'administrator',
  });
});
