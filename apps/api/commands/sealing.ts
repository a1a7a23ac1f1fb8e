import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isWorker } from '#domain/actor';
import type { Command } from '#domain/command';
import { definitionOf, type CommandType } from '#domain/registry';
import { PersonVault } from '#persons/person-vault';
import { VaultRefusal } from '#persons/problems';
import { keyReused } from '../problems/problem';
import { type FreeText, sealedForm, textRefOf, withFreeTexts } from './free-texts';

const unsealedDigest = '0'.repeat(64);

/** Keeps what people write in their own words out of the log: it lies sealed beside it, the command carries the reference. */
@Injectable()
export class Sealing {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
  ) {}

  /** The command as rules may look at it before anything is written: references without texts behind them. */
  preview(command: Command): Command {
    return replaced(command, (found) => sealedForm(refOf(command, found), unsealedDigest));
  }

  /** Seals the texts and names them. Repeating it gives the same command. @throws ProblemError 409 when the key stands for another text */
  async seal(command: Command): Promise<Command> {
    const found: FreeText[] = [];
    replaced(command, (text) => (found.push(text), ''));
    const forms = new Map<string, string>();
    const personRef = isWorker(command.actor) ? { personRef: command.actor.person } : {};
    for (const text of found) {
      const entry = { at: command.at, textRef: refOf(command, text), ...personRef };
      const { textRef, digest } = await this.vault
        .sealText(this.database.manager, text.text, entry)
        .catch(unlessAnother);
      forms.set(text.path, sealedForm(textRef, digest));
    }
    return replaced(command, ({ path }) => forms.get(path)!);
  }
}

const refOf = ({ stream, id }: Command, { path }: FreeText): string => textRefOf(stream, id, path);

function replaced(command: Command, replace: (found: FreeText) => string): Command {
  const { schema } = definitionOf(command.type as CommandType);
  const { reasons } = command;
  return {
    ...command,
    data: withFreeTexts(schema, command.data, replace),
    ...(reasons && {
      reasons: Object.fromEntries(
        Object.entries(reasons).map(([rule, text]) => [rule, replace({ path: `reasons.${rule}`, text })]),
      ),
    }),
  };
}

function unlessAnother(error: unknown): never {
  if (error instanceof VaultRefusal && error.problems.some(({ code }) => code === 'textDiffers')) throw keyReused();
  throw error;
}
