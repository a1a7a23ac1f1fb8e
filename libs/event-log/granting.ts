/**
 * A migration's statement that gives the programs' role some rights, where the database has that role.
 * @param rights e.g. `select on log.event`
 */
export const granting = (...rights: readonly string[]): string => `
  do $$ begin
    if not exists (select from pg_roles where rolname = 'yigong_app') then return; end if;
    ${rights.map((right) => `grant ${right} to yigong_app;`).join('\n    ')}
  end $$`;
