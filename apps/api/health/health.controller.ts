import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import { Client } from '@temporalio/client';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Open } from '../auth/session.guard';

type Part = 'up' | 'down';
const waitMs = 2_000;

@Open()
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: DataSource,
    private readonly temporal: Client,
  ) {}

  @Get('live')
  live(): { status: 'up' } {
    return { status: 'up' };
  }

  /** Whether requests can be served: 503 while the database or the engine does not answer. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ database: Part; temporal: Part }> {
    const [database, temporal] = await Promise.all([
      up(this.database.query('select 1')),
      up(this.temporal.withDeadline(Date.now() + waitMs, () => this.temporal.workflowService.getSystemInfo({}))),
    ]);
    if (database === 'down' || temporal === 'down') void reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    return { database, temporal };
  }
}

const up = (answer: Promise<unknown>): Promise<Part> => {
  const late = new Promise<Part>((resolve) => setTimeout(() => resolve('down'), waitMs).unref());
  return Promise.race([
    late,
    answer.then(
      () => 'up' as const,
      () => 'down' as const,
    ),
  ]);
};
