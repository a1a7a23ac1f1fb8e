import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isSystem, isWorker } from '#domain/actor';
import { civilDateOf } from '#domain/calendar';
import type { Command } from '#domain/command';
import { readsOf } from '#domain/decider';
import type { AnyFacts, Authority, BaseFacts, FactName, FactValues } from '#domain/facts';
import { holdsPost } from '#domain/organization/organization';
import { effectiveCalendar, effectiveParameters } from '#domain/rulebook/effective';
import type { StreamState } from '#domain/state';
import type { EventLog } from '#event-log/event-log';
import type { PersonVault } from '#persons/person-vault';
import { bodyReaders } from './bodies';
import { payReaders } from './pay';
import { peopleReaders } from './people';
import { ReferenceCache } from './reference-cache';

/** What one reading of facts works with. */
export interface Reading {
  tx: EntityManager;
  state: StreamState;
  command: Command;
  /** six-digit code of the subject's or, where there is none yet, the actor's district */
  district: string;
  on: string;
  log: EventLog;
  vault: PersonVault;
  references: ReferenceCache;
}
export type Readers<F extends FactName> = { [N in F]: (reading: Reading) => Promise<FactValues[N]> };

const readers: Readers<FactName> = { ...bodyReaders, ...peopleReaders, ...payReaders };

/** Reads what a command's rules look at beyond its stream, in the recorder's transaction; the API's preflight uses the same. */
@Injectable()
export class FactReaders {
  private readonly references: ReferenceCache;

  constructor(
    private readonly log: EventLog,
    private readonly vault: PersonVault,
  ) {
    this.references = new ReferenceCache(log);
  }

  async read(tx: EntityManager, state: StreamState, command: Command): Promise<AnyFacts> {
    return this.readNamed(tx, state, command, readsOf(command.type));
  }

  /** Base facts and the named ones. */
  async readNamed(
    tx: EntityManager,
    state: StreamState,
    command: Command,
    names: readonly FactName[],
  ): Promise<AnyFacts> {
    const on = civilDateOf(command.at);
    const authority = await this.authority(tx, command, on);
    const district = (state.subject as { district?: string }).district || authority.district || '';
    const base = await this.base(tx, on, district, authority);
    const reading: Reading = {
      tx,
      state,
      command,
      district,
      on,
      log: this.log,
      vault: this.vault,
      references: this.references,
    };
    const facts: AnyFacts = { ...base };
    for (const name of names) Object.assign(facts, { [name]: await readers[name](reading) });
    return facts;
  }

  private async base(tx: EntityManager, on: string, district: string, authority: Authority): Promise<BaseFacts> {
    const { beijing, own, basis } = await this.references.rulebooks(tx, district);
    return {
      on,
      authority,
      basis,
      parameters: effectiveParameters(beijing, own, on),
      calendar: effectiveCalendar(beijing),
    };
  }

  /** Who the actor is on the day of the act, as the organization stream says. */
  private async authority(tx: EntityManager, { actor }: Command, on: string): Promise<Authority> {
    if (isSystem(actor) || isWorker(actor)) {
      return { bodyKind: null, district: null, postKinds: [], holds: true, organizationVersion: 0 };
    }
    const { organization, version } = await this.references.organization(tx, actor.body);
    return {
      bodyKind: organization.exists ? organization.kind : null,
      district: organization.exists ? organization.district : null,
      postKinds: organization.posts.filter(({ id }) => id === actor.post).map(({ kind }) => kind),
      holds: holdsPost(organization, actor.post, actor.person, on),
      organizationVersion: version,
    };
  }
}
