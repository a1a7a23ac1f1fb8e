import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Page } from '#contracts/http/paging';
import type { PoolRow } from '#contracts/http/plans';
import { scopeOf, visibleProjects, visibleValues } from '../access/access';
import type { Session } from '../auth/sessions';
import { containing, district, page, paged, pageSize, search } from '../reads/query';

const orders = {
  suitability: 'suitability desc',
  proposedOn: '"proposedOn" desc',
  plannedPay: 'planned_pay_fen desc',
  name: 'name',
} as const;

export const poolQuery = z.strictObject({
  district,
  standing: z.enum(['candidate', 'reserve', 'listed']).optional(),
  q: search,
  sort: z.enum(['suitability', 'proposedOn', 'plannedPay', 'name']).default('suitability'),
  page,
});

type Row = Omit<PoolRow, 'plannedLaborPayFen'> & { planned_pay_fen: string; total: string };

/** The reserve pool: a project is in it from the day it is proposed, with the score of its suitability. @rule R-PRIN-02 */
@Injectable()
export class PoolReader {
  constructor(private readonly database: DataSource) {}

  async list(
    { posts }: Session,
    { district: of, standing, q, sort, page: at }: z.infer<typeof poolQuery>,
  ): Promise<Page<PoolRow>> {
    const rows = await this.database.query<Row[]>(
      `select *, count(*) over () as total from (
         select project.project_id as id, project.name, project.district, suitability, criteria, pool_id as "poolId",
                coalesce(body.name, proposed_by) as "proposedByName", proposed_on::text as "proposedOn",
                reserved_on::text as "reservedOn", listed_year as "listedYear", planned_pay_fen,
                case when stage <> 'planning' then 'listed' when reserved_on is null then 'candidate' else 'reserve' end as standing
           from read.project project left join read.body body on body.body_id = project.proposed_by
          where ${visibleProjects(1)} and project.status in ('active', 'suspended')
            and ($3::text is null or project.district = $3) and ($4::text is null or project.name ilike $4)) as pool
        where $5::text is null and standing <> 'listed' or standing = $5
        order by ${orders[sort]}, id
        limit ${pageSize} offset ${(at - 1) * pageSize}`,
      [...visibleValues(scopeOf(posts)), of ?? null, containing(q), standing ?? null],
    );
    return paged(rows.map(rowOf), Number(rows[0]?.total ?? 0), at);
  }
}

const rowOf = ({ planned_pay_fen, ...row }: Row): PoolRow => ({
  id: row.id,
  name: row.name,
  district: row.district,
  standing: row.standing,
  suitability: row.suitability,
  criteria: row.criteria,
  poolId: row.poolId,
  proposedByName: row.proposedByName,
  proposedOn: row.proposedOn,
  reservedOn: row.reservedOn,
  listedYear: row.listedYear,
  plannedLaborPayFen: Number(planned_pay_fen),
});
