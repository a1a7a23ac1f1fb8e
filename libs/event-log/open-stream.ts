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
