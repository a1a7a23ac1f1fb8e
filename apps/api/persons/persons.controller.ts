import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { HeldPost } from '#contracts/http/session';
import { type PersonInput, personInput } from '#persons/person';
import { PersonVault } from '#persons/person-vault';
import { Clock } from '../auth/clock';
import { Who } from '../auth/session.guard';
import type { Session } from '../auth/sessions';
import { forbidden } from '../problems/problem';

const registrars = new Set(['township', 'subdistrict', 'villageCollective', 'cooperative', 'humanResources']);
const mayRegister = ({ bodyKind, postKind }: HeldPost): boolean =>
  postKind === 'laborPayOfficer' || registrars.has(bodyKind);

@Controller('persons')
export class PersonsController {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
    private readonly clock: Clock,
  ) {}

  /** Registers a worker by name, or finds the one who is registered already. @rule R-ROST-13 */
  @Post()
  @HttpCode(200)
  async register(
    @Body({ schema: personInput }) input: PersonInput,
    @Who() { posts }: Session,
  ): Promise<{ personRef: string; existing: boolean }> {
    const post = posts.find(mayRegister);
    if (!post) throw forbidden('实名登记由劳资专管员、乡镇、集体经济组织或人社部门办理');
    return this.vault.register(this.database.manager, input, { district: post.district, at: this.clock.iso() });
  }
}
