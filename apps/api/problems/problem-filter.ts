import { randomBytes } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { isOutage } from '#activities/record/outage';
import type { Problem } from '#contracts/http/commands';
import { VaultRefusal } from '#persons/problems';
import { malformed, notFound, ProblemError, unavailable } from './problem';

/** Whatever goes wrong ends here, as problem details: no stack trace leaves, and bad input is never a fault of ours. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problem');

  catch(error: unknown, host: ArgumentsHost): void {
    this.answer(error, host.switchToHttp().getResponse<FastifyReply>());
  }

  /** For what fails before a route is found, such as an address that is no address. */
  answer(error: unknown, reply: FastifyReply): void {
    const { problem, headers } = this.problemOf(error);
    void reply
      .status(problem.status)
      .headers({ ...headers, 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' })
      .send(JSON.stringify(problem));
  }

  private problemOf(error: unknown): Pick<ProblemError, 'problem' | 'headers'> {
    if (error instanceof ProblemError) return error;
    if (error instanceof VaultRefusal) return malformed(faultsOf(error));
    const status = statusFrom(error);
    if (status === 404 || status === 405) return notFound();
    if (status === 413) return of413;
    if (status !== undefined && status < 500)
      return malformed([{ field: '', message: wordsFor(error) }], '请求的格式不对');
    if (isOutage(error)) {
      this.logger.error({ fault: String(error) }, 'an outage');
      return unavailable();
    }
    return this.ours(error);
  }

  private ours(error: unknown): Pick<ProblemError, 'problem' | 'headers'> {
    const number = randomBytes(4).toString('hex').toUpperCase();
    this.logger.error({ number, fault: plain(error) }, 'a fault of ours');
    const problem: Problem = {
      type: 'urn:yigong:problem:fault',
      title: `系统出错，编号 ${number}`,
      status: 500,
      detail: '请把编号告诉技术支持。您填写的内容没有丢失，可以用同一编号再提交',
      instance: number,
    };
    return { problem, headers: {} };
  }
}

/** What went wrong and where, without what was being written: a failed query carries its values. */
const plain = (error: unknown) =>
  error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack }
    : { message: String(error) };

const of413 = new ProblemError({
  type: 'urn:yigong:problem:too-large',
  title: '提交的内容过大',
  status: 413,
  detail: '一次提交不超过 1 MB，请分几次办理；文件过大的，压缩或分成几份再上传',
});

const faultsOf = ({ problems }: VaultRefusal) =>
  problems.map(({ field, row, message }) => ({
    field: [row, field].filter((part) => part !== undefined).join('.'),
    message,
  }));

/** Of Nest's own exceptions and of Fastify's errors; none for what nobody expected. */
function statusFrom(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (!(error instanceof Error)) return undefined;
  const { statusCode, code } = error as { statusCode?: unknown; code?: unknown };
  const fromFastify = typeof code === 'string' && code.startsWith('FST_');
  return typeof statusCode === 'number' && (fromFastify || statusCode < 500) ? statusCode : undefined;
}

function wordsFor(error: unknown): string {
  const { code } = error as { code?: unknown };
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return '内容须为 JSON（Content-Type: application/json）';
  if (error instanceof SyntaxError || (typeof code === 'string' && code.includes('JSON')))
    return '内容不是完整的 JSON，请检查后重新提交';
  return '请求不能识别，请检查地址和内容';
}
