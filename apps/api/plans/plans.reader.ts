import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { PlanRow } from '#contracts/http/plans';
import { scopeOf } from '../access/access';
import type { Session } from '../auth/sessions';
import { district, year } from '../reads/query';

export const plansQuery = z.strictObject({ year, district });

/** The plans in sight: a municipal department sees how far each district has come. */
@Injectable()
export class PlansReader {
  constructor(private readonly database: DataSource) {}

  list({ posts }: Session, { year: of, district: at }: z.infer<typeof plansQuery>): Promise<PlanRow[]> {
    const { all, districts } = scopeOf(posts);
    return this.database.query<PlanRow[]>(
      `select district, year, status, version, active, reserve, posted_to::text as "postedTo", approved_on::text as "approvedOn"
         from read.plan
        where ($1::text[] is null or district = any($1)) and ($2::int is null or year = $2) and ($3::text is null or district = $3)
        order by year desc, district`,
      [all ? null : districts, of ?? null, at ?? null],
    );
  }
}
