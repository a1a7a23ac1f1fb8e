/** A list of duties is of some owners, or of whole bodies; each is an index in order of urgency. */
export type DutyColumn = 'owner' | 'owner_body';

export const pageSize = 20;

const joined = `left join desk.later later on later.person = $2 and later.stream_id = duty.stream_id and later.key = duty.key
       left join read.project project on project.project_id = duty.project_id
       left join read.matter matter on matter.stream_id = duty.stream_id`;

const putAside = 'coalesce(later.until > $3, false)';
const kind = 'coalesce(duty.about, duty.command)';
const district = 'coalesce(project.district, duty.district)';

/** Of a post acted for alone: within the scope of one of its delegations. @param n the parameter that lists those posts @rule R-OA-13 */
const withinScope = (n: number): string => {
  const acted = `jsonb_to_recordset($${n}::jsonb) as acted(owner text, acts text[], districts text[], "limitFen" bigint)`;
  return `($${n}::jsonb is null or not exists (select from ${acted} where acted.owner = duty.owner) or exists (
           select from ${acted} where acted.owner = duty.owner and (acted.acts is null or duty.about = any(acted.acts))
              and (acted.districts is null or ${district} = any(acted.districts))
              and (acted."limitFen" is null or coalesce(duty.amount_fen, 0) <= acted."limitFen")))`;
};
const wanted = `($4::text is null or project.name ilike $4 or matter.title ilike $4)
         and ($5::text is null or duty.project_id = $5) and ${withinScope(15)}`;
const ofLamp = `($8::timestamptz is null or due >= $8) and ($9::timestamptz is null or due < $9) and ($16::boolean is null or stopped = $16)`;
const ofKind = '($6::text is null or kind = $6)';
const ofDistrict = '($17::text is null or district = $17)';
/** What a matter under way holds while it decides about what a duty asks for: with its object where it names one. */
const decides = `page.stream_id || '#' || page.command`;
/** How many of each there would be, were another one of them asked for. */
const each = (column: string, ...asked: string[]): string =>
  `(select json_object_agg(${column}, n) from (select ${column}, count(*) as n from every where aside = $7 and ${column} <> '' and ${asked.join(' and ')} group by ${column}) as of_each)`;

/**
 * One page of open duties with the counts of the whole list, read in one statement, so that they agree: each filter's counts are of
 * what the other filters let through. It reads as far into each owner's duties as the page needs.
 * $1 owners · $2 person · $3 now · $4 text · $5 project · $6 kind · $7 put aside alone · $8 due from · $9 due before ·
 * $10… the last row of the page before · $14 soon until · $15 posts acted for, with their scopes · $16 whether the clock stands · $17 district
 */
export const dutyPage = (column: DutyColumn): string => `
  with every as materialized (
    select duty.due, duty.stopped is not null as stopped, ${kind} as kind, ${district} as district, ${putAside} as aside
      from read.duty duty ${joined}
     where duty.${column} = any($1::text[]) and ${wanted}),
  tally as (select count(*) filter (where due < $3) as late, count(*) filter (where due >= $3 and due < $14) as soon,
                   count(*) filter (where due >= $14 and not stopped) as normal, count(*) filter (where stopped) as stopped,
                   (select count(*) from every where aside and ${ofLamp} and ${ofKind} and ${ofDistrict}) as aside,
                   ${each('kind', ofLamp, ofDistrict)} as kinds, ${each('district', ofLamp, ofKind)} as districts
              from every where aside = $7::boolean and ${ofKind} and ${ofDistrict}),
  page as (
    select duty.* from unnest($1::text[]) as place(owner) cross join lateral (
      select duty.*, matter.title, matter.steps, matter.round, matter.document, matter.urgent, later.until
        from read.duty duty ${joined}
       where duty.${column} = place.owner and ${wanted}
         and ${putAside} = $7 and ($6::text is null or ${kind} = $6) and ($17::text is null or ${district} = $17)
         and ($8::timestamptz is null or duty.due >= $8) and ($9::timestamptz is null or duty.due < $9) and ($16::boolean is null or (duty.stopped is not null) = $16)
         and ($10::timestamptz is null or (duty.due, duty.since, duty.stream_id, duty.key) > ($10, $11::timestamptz, $12::text, $13::text))
       order by duty.due, duty.since, duty.stream_id, duty.key
       limit ${pageSize + 1}) duty
     order by duty.due, duty.since, duty.stream_id, duty.key
     limit ${pageSize + 1})
  select tally.late, tally.soon, tally.normal, tally.stopped as stopped_count, tally.aside, tally.kinds, tally.districts, page.*,
         coalesce(head.substantive, 0)::int as substantive, 
         (select json_build_object('stream', claim.holder, 'title', matter.title)
            from log.claim join read.matter matter on matter.stream_id = claim.holder
           where claim.kind = 'openMatter' and claim.key = any(array[${decides}, ${decides} || '#' || page.segment_id, ${decides} || '#' || substring(page.key from '[^/]*$')])
           limit 1) as under_way,
         (select array_agg(document order by document) from desk.look where person = $2 and look.stream_id = page.stream_id) as seen
    from tally left join page on true
    left join log.stream_head head on head.stream_id = page.stream_id
   order by page.due, page.since, page.stream_id, page.key`;

/** How many there are on such a list that is asked for nothing in particular. $1 owners · $2 person · $3 now · $4 posts acted for */
export const dutyCount = (column: DutyColumn): string =>
  `select count(*) as open from read.duty duty ${joined}
    where duty.${column} = any($1::text[]) and ${withinScope(4)} and not ${putAside}`;
