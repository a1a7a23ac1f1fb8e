import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Locks a stream's head and only then reads what its command needs, in one round trip: each statement of a function sees what
 * was committed while it waited for the lock, which one plain statement would not.
 */
const openStream = `
  create function log.open_stream(asked_stream text, asked_command text, asked_references text[])
  returns table (version bigint, head_hash text, recorded_at timestamptz, request_hash text, outcome jsonb,
                 state jsonb, state_version bigint, domain_version text, reference_versions jsonb)
  language plpgsql as $$
  begin
    perform from log.stream_head head where head.stream_id = asked_stream for update;
    if not found then
      insert into log.stream_head (stream_id) values (asked_stream) on conflict do nothing;
      perform from log.stream_head head where head.stream_id = asked_stream for update;
    end if;
    return query
      select head.version, head.head_hash, date_trunc('milliseconds', clock_timestamp()),
             receipt.request_hash, receipt.outcome, folded.state, folded.version, folded.domain_version,
             (select jsonb_object_agg(named.stream, coalesce(known.version, 0))
                from unnest(asked_references || array['rulebook/' || nullif(head.district, '')]) as named(stream)
                left join log.stream_head known on known.stream_id = named.stream
               where named.stream is not null)
        from log.stream_head head
        left join log.receipt receipt on receipt.stream_id = head.stream_id and receipt.command_id = asked_command
        left join log.stream_state folded on folded.stream_id = head.stream_id
       where head.stream_id = asked_stream;
  end $$`;

export class OpenStream1764050000000 implements MigrationInterface {
  readonly name = 'OpenStream1764050000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(openStream);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function log.open_stream(text, text, text[])');
  }
}

/**
 * The same for several streams at once, in one order whoever asks. A state is left out where its head is the one the caller
 * knows. Streams that decisions rest on, and the rulebooks of the districts, follow with their versions alone.
 */
const openStreams = (read: { columns: string; types: string; from: string; none: string }): string => `
  create function log.open_streams(asked text[], commands text[], known text[], named text[])
  returns table (stream_id text, version bigint, head_hash text, recorded_at timestamptz, request_hash text, outcome jsonb, ${read.types})
  language plpgsql set enable_seqscan = off as $$ -- A plan made while the tables are empty must do when they are full.
  declare locked int;
  begin
    perform from log.stream_head head where head.stream_id = any(asked) order by head.stream_id for update;
    get diagnostics locked = row_count;
    if locked < cardinality(asked) then
      insert into log.stream_head (stream_id) select unnest(asked) as fresh order by fresh on conflict do nothing;
      perform from log.stream_head head where head.stream_id = any(asked) order by head.stream_id for update;
    end if;
    return query
      select head.stream_id, head.version, head.head_hash, date_trunc('milliseconds', clock_timestamp()),
             receipt.request_hash, receipt.outcome, ${read.columns}
        from unnest(asked, commands, known) as want(stream, command, known_hash)
        join log.stream_head head on head.stream_id = want.stream
        left join lateral (select given.request_hash, given.outcome from log.receipt given
                            where given.stream_id = want.stream and given.command_id = want.command limit 1) receipt on true
        left join ${read.from};
    return query
      select rest.stream, coalesce(head.version, 0), null::text, null::timestamptz, null::text, null::jsonb, ${read.none}
        from (select unnest(named) as stream
              union select 'rulebook/' || own.district from log.stream_head own
                     where own.stream_id = any(asked) and own.district <> '') rest
        left join log.stream_head head on head.stream_id = rest.stream;
  end $$`;

const openWithStates = openStreams({
  types: 'state text, state_version bigint, domain_version text',
  columns:
    'case when head.head_hash is distinct from want.known_hash then folded.state end, folded.version, folded.domain_version',
  from: 'log.stream_state folded on folded.stream_id = want.stream',
  none: 'null::text, null::bigint, null::text',
});

/**
 * The folded state as plain text, neither parsed nor packed on its way, with room for the next one beside it; how far a reader
 * may have fallen behind stands at the head.
 */
export class OpenStreams1764140000000 implements MigrationInterface {
  readonly name = 'OpenStreams1764140000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      'alter table log.stream_head add column substantive bigint not null default 0',
      `update log.stream_head head set substantive = (folded.state ->> 'substantive')::bigint
         from log.stream_state folded where folded.stream_id = head.stream_id`,
      'drop function log.open_stream(text, text, text[])',
      'alter table log.stream_state alter column state type text, alter column state set storage external',
      'alter table log.stream_state set (toast_tuple_target = 8160, fillfactor = 50)',
      'alter table log.event drop constraint event_stream_id_fkey',
      'alter table log.stream_state drop constraint stream_state_stream_id_fkey',
      openWithStates,
    ])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [
      'drop function log.open_streams(text[], text[], text[], text[])',
      'alter table log.stream_state reset (toast_tuple_target, fillfactor)',
      'alter table log.stream_state alter column state set storage extended, alter column state type jsonb using state::jsonb',
      openStream,
      'alter table log.stream_head drop column substantive',
    ])
      await runner.query(statement);
  }
}

const openWithTails = openStreams({
  types: 'state text, state_version bigint, domain_version text, tail text',
  columns: 'folded.state, folded.version, folded.domain_version, folded.tail',
  from: 'lateral log.folded(want.stream) folded on head.head_hash is distinct from want.known_hash',
  none: 'null::text, null::bigint, null::text, null::text',
});

/** A stream's fold is cached now and then; whoever reads it is given what was recorded since, to fold it on. */
export class FoldsAndTails1764260000000 implements MigrationInterface {
  readonly name = 'FoldsAndTails1764260000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      `create function log.folded(asked text)
       returns table (state text, version bigint, domain_version text, tail text)
       language sql stable as $$
         select kept.state, kept.version, kept.domain_version,
                (select '[' || string_agg(event.body, ',' order by event.version) || ']' from log.event event
                  where event.stream_id = asked and event.version > coalesce(kept.version, 0))
           from (select asked) stream left join log.stream_state kept on kept.stream_id = asked
       $$`,
      'drop function log.open_streams(text[], text[], text[], text[])',
      openWithTails,
    ])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function log.open_streams(text[], text[], text[], text[])');
    await runner.query(openWithStates);
    await runner.query('drop function log.folded(text)');
  }
}

/** Planned once for all: from what arrays hold PostgreSQL plans each call anew, which costs twice what the call does. */
export class OpenStreamsPlannedOnce1764330000000 implements MigrationInterface {
  readonly name = 'OpenStreamsPlannedOnce1764330000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter function ${opening} set plan_cache_mode = force_generic_plan`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter function ${opening} reset plan_cache_mode`);
  }
}

const opening = 'log.open_streams(text[], text[], text[], text[])';

const notAsRemembered = 'YG001';

/** Whether `log.confirm_streams` found that another moved what a decision rests on. */
export const isMovedOn = (fault: unknown): boolean => (fault as { code?: unknown }).code === notAsRemembered;

/**
 * The lock of the heads for who has judged already: fails where a head, a version rested on or a receipt is newer than he knew,
 * or where the instant he gave is not of now by the database's clock, whose instants all are.
 */
export class ConfirmStreams1764400000000 implements MigrationInterface {
  readonly name = 'ConfirmStreams1764400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function log.confirm_streams(asked text[], commands text[], hashes text[], named text[], versions bigint[],
                                          recorded timestamptz)
      returns void
      language plpgsql set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
      begin
        perform from log.stream_head head where head.stream_id = any(asked) order by head.stream_id for update;
        if clock_timestamp() not between recorded and recorded + interval '1 second'
          or exists (select from unnest(asked, commands, hashes) as want(stream, command, hash)
                       left join log.stream_head head on head.stream_id = want.stream
                      where head.head_hash is distinct from want.hash
                         or exists (select from log.receipt given
                                     where given.stream_id = want.stream and given.command_id = want.command))
          or exists (select from unnest(named, versions) as rest(stream, version)
                       left join log.stream_head head on head.stream_id = rest.stream
                      where coalesce(head.version, 0) <> rest.version)
        then
          raise exception 'not as remembered' using errcode = '${notAsRemembered}';
        end if;
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function log.confirm_streams(text[], text[], text[], text[], bigint[], timestamptz)');
  }
}

/** Who knows a stream as it once was is given what was recorded since, if the last cached fold is no nearer to the head. */
export class FoldsSince1764410000000 implements MigrationInterface {
  readonly name = 'FoldsSince1764410000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function log.folded_since(asked text, known bigint, known_hash text)
      returns table (from_known boolean, state text, domain_version text, tail text, head_hash text)
      language sql stable as $$
        select base.from_known, case when not base.from_known then base.state end, base.domain_version,
               (select '[' || string_agg(event.body, ',' order by event.version) || ']' from log.event event
                 where event.stream_id = asked
                   and event.version > case when base.from_known then known else coalesce(base.version, 0) end),
               base.head_hash
          from (select kept.state, kept.version, kept.domain_version, head.head_hash,
                       coalesce(known >= coalesce(kept.version, 0), false)
                       and exists (select from log.event event
                                    where event.stream_id = asked and event.version = known and event.hash = known_hash)
                         as from_known
                  from (select asked) stream
                  left join log.stream_state kept on kept.stream_id = asked
                  left join log.stream_head head on head.stream_id = asked) base
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function log.folded_since(text, bigint, text)');
  }
}
