import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { faultsFrom } from './faults';
import { malformed } from './problem';

z.config(z.locales.zhCN());

/** Checks what carries a schema, and tells every fault at once in Chinese. */
export class ShapePipe implements PipeTransform {
  /** An absent body is judged like an empty one, so that each missing field is named. @throws ProblemError 400 */
  async transform(value: unknown, { schema, type, data }: ArgumentMetadata): Promise<unknown> {
    if (!schema) return value;
    const result = await schema['~standard'].validate(type === 'body' ? (value ?? {}) : value);
    if (result.issues) throw malformed(faultsFrom(result.issues, data));
    return result.value;
  }
}
