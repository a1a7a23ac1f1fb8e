import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isSystem, isWorker } from '#domain/actor';
import { civilDateOf } from '#domain/calendar';
import type { Command } from '#domain/command';
import { readsOf } from '#domain/decider';
import type { AnyFacts, Authority, BaseFacts, FactName, FactValues } from '#domain/facts';
import { standingOfDeputy } from '#domain/organization/acting';
import { answersFor } from '#domain/organization/delegation';
import { holdsPost } from '#domain/organization/organization';
import type { Project } from '#domain/project';
import type { StreamState } from '#domain/state';
import { keyOf, kindOf, organizationStream, projectStream, rulebookStream, type StreamId } from '#domain/stream';
import type { EventLog } from '#event-log/event-log';
import type { PersonVault } from '#persons/person-vault';
import { bodyReaders } from './bodies';
import { documentReaders } from './documents';
import { fileReaders } from './files';
import { payReaders } from './pay';
import { peopleReaders } from './people';
import { planReaders } from './plans';
import { routeReaders } from './routes';
import { ReferenceCache, type Versions } from './reference-cache';

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

const readers: Readers<FactName> = {
  ...bodyReaders,
  ...documentReaders,
  ...fileReaders,
  ...peopleReaders,
  ...payReaders,
  ...planReaders,
  ...routeReaders,
};

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

  /** Streams every decision rests on, as far as the command alone tells. */
  referencesOf({ actor }: Command): StreamId[] {
    const beijing = rulebookStream('beijing');
    if (isSystem(actor) || isWorker(actor)) return [beijing];
    const bodies = [actor.body, ...(actor.onBehalfOf ? [actor.onBehalfOf.own.body] : [])];
    return [beijing, ...bodies.map(organizationStream)];
  }

  /** @param known versions that were read with the head */
  async read(tx: EntityManager, state: StreamState, command: Command, known?: Versions): Promise<AnyFacts> {
    return this.readNamed(tx, state, command, readsOf(command.type), known);
  }

  /** Base facts and the named ones. */
  async readNamed(
    tx: EntityManager,
    state: StreamState,
    command: Command,
    names: readonly FactName[],
    known?: Versions,
  ): Promise<AnyFacts> {
    const on = civilDateOf(command.at);
    const own = (state.subject as { district?: string }).district || (await this.districtOfPeriod(tx, state));
    const asked = [...this.referencesOf(command), ...(own ? [rulebookStream(own)] : [])];
    const versions = await this.references.versions(tx, asked, known);
    const authority = await this.authority(tx, command, versions);
    const district = own || authority.district || '';
    const base: BaseFacts = { on, authority, ...(await this.references.inForce(tx, district, on, versions)) };
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

  /** A pay period that is about to open counts by its project's district already. */
  private async districtOfPeriod(tx: EntityManager, { stream }: StreamState): Promise<string> {
    if (kindOf(stream) !== 'wages') return '';
    const { subject } = await this.log.state(tx, projectStream(keyOf(stream).split('/')[0]!));
    return (subject as Project).district;
  }

  /** Who the actor is on the day of the act, as the organization stream says. */
  private async authority(tx: EntityManager, { actor, at }: Command, versions: Versions): Promise<Authority> {
    if (isSystem(actor) || isWorker(actor)) {
      return { bodyKind: null, district: null, postKinds: [], holds: true, organizationVersion: 0 };
    }
    const { organization, version } = await this.references.organization(tx, actor.body, versions);
    const { onBehalfOf } = actor;
    const own = onBehalfOf && (await this.references.organization(tx, onBehalfOf.own.body, versions)).organization;
    const kinds = organization.posts.filter(({ id }) => id === actor.post).map(({ kind }) => kind);
    return {
      bodyKind: organization.exists ? organization.kind : null,
      district: organization.exists ? organization.district : null,
      // What falls to a post because another is not held, its holder does in person.
      postKinds: own ? kinds : kinds.flatMap((kind) => answersFor(organization, kind, at)),
      holds: holdsPost(organization, actor.post, actor.person, civilDateOf(at)),
      ...(own && { deputy: standingOfDeputy(organization, own, { ...actor, onBehalfOf }, at) }),
      organizationVersion: version,
    };
  }
}
