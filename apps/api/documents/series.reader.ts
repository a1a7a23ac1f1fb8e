import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { NumberRow, SeriesOrgan, SeriesPage } from '#contracts/http/series';
import { civilDateOf, yearOf } from '#domain/calendar';
import { documentsFor, type DocumentFor } from '#domain/document/content';
import { missingIn } from '#domain/document/series';
import { keyOf, type StreamId } from '#domain/stream';
import { districtName } from '#labels/zh/districts';
import { documentKindLabels } from '#labels/zh/terms';
import { scopeOf } from '../access/access';
import { Clock } from '../auth/clock';
import type { Session } from '../auth/sessions';
import { Names } from '../reads/names';
import { page, paged, pageSize, search, year } from '../reads/query';

export const seriesQuery = z.strictObject({
  organ: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{1,63}$/, '请选择机关')
    .optional(),
  year,
  kind: z.enum([...documentsFor, 'filed']).optional(),
  q: search,
  page,
});
type SeriesQuery = z.infer<typeof seriesQuery>;

interface Taken {
  number: string;
  serial: number;
  subject: StreamId;
  type: string;
  data: { title?: string; on?: string; kind?: string; issued?: { title: string; on: string } };
  at: string;
  document: string | null;
  kind: DocumentFor | null;
  status: NumberRow['status'] | null;
  voided: string | null;
}

/** The numbers that organs have given, as their register of outgoing papers (发文登记) has them. @rule R-DOC-10 */
@Injectable()
export class SeriesReader {
  constructor(
    private readonly database: DataSource,
    private readonly names: Names,
    private readonly clock: Clock,
  ) {}

  async page(session: Session, query: SeriesQuery): Promise<SeriesPage> {
    const found = await this.read(session, query);
    const from = (query.page - 1) * pageSize;
    return { ...found, ...paged(found.items.slice(from, from + pageSize), found.items.length, query.page) };
  }

  /** All of a series that fits, the last number first; an organ out of sight has no series. */
  async read(session: Session, query: SeriesQuery): Promise<Omit<SeriesPage, 'total' | 'page' | 'pageSize'>> {
    const organs = await this.organs(session);
    const own = organs.find(({ id }) => session.posts.some(({ body }) => body === id));
    const organ =
      (query.organ === undefined ? (own ?? organs[0]) : organs.find(({ id }) => id === query.organ)) ?? null;
    const of = query.year ?? yearOf(civilDateOf(this.clock.iso()));
    const taken = organ ? await this.taken(organ.code, of) : [];
    const serials = taken.map(({ serial }) => serial);
    const rows = await this.rowsOf(taken);
    return {
      organs,
      organ,
      year: of,
      standing:
        serials.length === 0
          ? null
          : {
              first: serials[0]!,
              last: serials.at(-1)!,
              taken: serials.length,
              voided: rows.filter(({ status }) => status === 'revoked').length,
              missing: missingIn(serials),
            },
      items: rows.filter((row) => fits(row, query)).toReversed(),
    };
  }

  private organs({ posts }: Session): Promise<SeriesOrgan[]> {
    const { all, districts, bodies } = scopeOf(posts);
    return this.database.query<SeriesOrgan[]>(
      `select body_id as id, name, series_code as code, district from read.body
        where series_code is not null and ($1 or district = any($2) or body_id = any($3)) order by district, kind, name`,
      [all, districts, bodies],
    );
  }

  /** Each number with the event that took it; a number that is void stays taken. */
  private taken(code: string, of: number): Promise<Taken[]> {
    return this.database.query<Taken[]>(
      `select claim.key as number, substring(claim.key from '〕(\\d+)号$')::int as serial, claim.stream_id as subject, event.type,
              event.body::jsonb -> 'data' as data, to_char(event.occurred_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as at,
              document.document_id as document, document.kind, document.status, voiding.reason as voided
         from log.claim claim
         cross join lateral (
           select type, body, occurred_at from log.event
            where stream_id = claim.stream_id and command_id = substr(claim.holder, length(claim.stream_id) + 2)
              and type <> all ('{DutiesChanged,WarningAccepted}') order by ordinal limit 1) event
         left join read.document document on document.number = claim.key
         left join lateral (
           select coalesce(body::jsonb #>> '{data,reason}', '') as reason from log.event
            where stream_id = claim.stream_id and type in ('DocumentVoided', 'PlanDocumentVoided')
              and body::jsonb #>> '{data,number}' = claim.key limit 1) voiding on true
        where claim.kind = 'documentNumber' and claim.key like $1 || '%' and claim.key ~ '〕\\d+号$'
        order by serial`,
      [`${code}〔${of}〕`],
    );
  }

  private async rowsOf(taken: readonly Taken[]): Promise<NumberRow[]> {
    const projects = await this.names.projects(taken.map(({ subject }) => keyOf(subject)));
    const texts = await this.names.textsIn(JSON.stringify(taken.map(({ voided }) => voided)));
    return taken.map((one) => ({
      number: one.number,
      serial: one.serial,
      kind: one.kind ?? kindIn(one),
      title: one.data.issued?.title ?? one.data.title ?? filedAs(one),
      on: one.data.issued?.on ?? one.data.on ?? one.at,
      subject: one.subject,
      subjectName: one.subject.startsWith('plan/') ? planName(one.subject) : (projects[keyOf(one.subject)] ?? ''),
      document: one.document,
      status: one.voided === null ? (one.status ?? 'onPaper') : 'revoked',
      voidReason: one.voided === null ? null : (texts[one.voided] ?? null),
    }));
  }
}

const issues: Readonly<Record<string, DocumentFor>> = {
  ApprovalReplyIssued: 'approvalReply',
  FundAllocationIssued: 'fundAllocation',
};
const kindIn = ({ type }: Taken): NumberRow['kind'] => issues[type] ?? 'filed';

const filedAs = ({ data: { kind } }: Taken): string =>
  (documentKindLabels as Readonly<Record<string, string>>)[kind ?? ''] ?? '归档的文件';

function planName(subject: StreamId): string {
  const [district = '', of] = keyOf(subject).split('/');
  return `${districtName(district)} ${of} 年度计划`;
}

const fits = (row: NumberRow, { kind, q }: SeriesQuery): boolean =>
  (kind === undefined || row.kind === kind) &&
  (q === undefined || [row.number, row.title, row.subjectName].some((text) => text.includes(q)));
