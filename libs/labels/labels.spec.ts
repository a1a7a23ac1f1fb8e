import { z } from 'zod';
import type { ProjectEvents } from '#domain/subjects';
import { subjects } from '#domain/subjects';
import { gateSetIds } from '#domain/approval/gate-sets';
import { commandTypes, definitionOf } from '#domain/registry';
import { commandLabels } from './zh/commands';
import { eventLabels } from './zh/events';
import { fieldLabels } from './zh/fields';
import { phaseLabels, valueLabel } from './zh/terms';

interface Node {
  properties?: Record<string, Node>;
  items?: Node;
  anyOf?: Node[];
  oneOf?: Node[];
  enum?: unknown[];
  const?: unknown;
}

/** Every property of a schema with the values its enumerations allow. */
function* fieldsOf(node: Node, field = ''): Generator<{ field: string; value?: string }> {
  for (const [name, inner] of Object.entries(node.properties ?? {})) {
    yield { field: name };
    yield* fieldsOf(inner, name);
  }
  for (const inner of [node.items, ...(node.anyOf ?? []), ...(node.oneOf ?? [])])
    if (inner) yield* fieldsOf(inner, field);
  for (const value of [...(node.enum ?? []), node.const])
    if (typeof value === 'string' && value !== '') yield { field, value };
}

const withoutLabel = (type: (typeof commandTypes)[number]): string[] => {
  const schema = z.toJSONSchema(definitionOf(type).schema, { io: 'input', unrepresentable: 'any' }) as Node;
  return [...fieldsOf(schema)]
    .filter(({ field, value }) => (value === undefined ? !fieldLabels[field] : !valueLabel(value, field)))
    .map(({ field, value }) => (value === undefined ? field : `${field}=${value}`));
};

describe('labels', () => {
  it.each(commandTypes)('names %s with all its fields and values', (type) => {
    expect(commandLabels[type]).toMatch(/\p{Script=Han}/u);
    expect(withoutLabel(type)).toEqual([]);
  });

  it('names every phase, and every gate set in the field that holds it', () => {
    expect(valueLabel('segments', 'phase')).toBe(phaseLabels.segments);
    expect(gateSetIds.filter((id) => !valueLabel(id, 'gateSet'))).toEqual([]);
  });

  it('names every event that any stream can record', () => {
    const recorded = Object.values(subjects).flatMap(({ evolve }) => Object.keys(evolve) as (keyof ProjectEvents)[]);
    expect(recorded.filter((type) => !Object.hasOwn(eventLabels, type))).toEqual([]);
  });
});
