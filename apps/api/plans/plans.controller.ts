import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import type { Page } from '#contracts/http/paging';
import type { PlanPage, PlanRow, PoolRow } from '#contracts/http/plans';
import { civilDate } from '#domain/shapes';
import { Access } from '../access/access';
import { Who } from '../auth/session.guard';
import type { Session } from '../auth/sessions';
import { streamAt } from '../commands/places';
import { notFound } from '../problems/problem';
import { PlanPageReader } from './plan-page.reader';
import { PlansReader, plansQuery } from './plans.reader';
import { PoolReader, poolQuery } from './pool.reader';

const planQuery = z.strictObject({ on: civilDate.optional() });

/** Annual plans and the reserve pool. @clause CL-31 */
@Controller()
export class PlansController {
  constructor(
    private readonly access: Access,
    private readonly plans: PlansReader,
    private readonly pages: PlanPageReader,
    private readonly pool: PoolReader,
  ) {}

  @Get('plans')
  list(@Query({ schema: plansQuery }) query: z.infer<typeof plansQuery>, @Who() session: Session): Promise<PlanRow[]> {
    return this.plans.list(session, query);
  }

  @Get('plans/:district/:year')
  async page(
    @Param() address: Readonly<Record<string, string>>,
    @Query({ schema: planQuery }) { on }: z.infer<typeof planQuery>,
    @Who() session: Session,
  ): Promise<PlanPage> {
    const stream = streamAt('plan', address);
    if (!(await this.access.maySee(session, stream))) throw notFound();
    return this.pages.page(stream, on ?? null, session);
  }

  @Get('pool')
  candidates(
    @Query({ schema: poolQuery }) query: z.infer<typeof poolQuery>,
    @Who() session: Session,
  ): Promise<Page<PoolRow>> {
    return this.pool.list(session, query);
  }
}
