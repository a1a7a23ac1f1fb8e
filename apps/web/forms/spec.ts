import { z } from 'zod';
import { definitionOf, type CommandType } from '#domain/registry';

/** What a form field is made from: a command's schema, read as JSON Schema with its widgets. */
export type Spec = {
  widget?: string;
  nullable?: true;
  initial?: unknown;
} & (
  | { kind: 'object'; fields: readonly FieldSpec[] }
  | { kind: 'array'; item: Spec; min: number; max: number }
  | { kind: 'choice'; values: readonly string[] }
  | { kind: 'number'; min?: number; max?: number }
  | { kind: 'text'; max?: number; format?: string }
  | { kind: 'boolean' }
  | { kind: 'variants'; tag: string; variants: readonly { value: string; spec: Spec }[] }
  | { kind: 'fixed'; value: unknown }
);
export interface FieldSpec {
  name: string;
  required: boolean;
  spec: Spec;
}

interface Node {
  type?: string;
  properties?: Record<string, Node>;
  required?: string[];
  items?: Node;
  anyOf?: Node[];
  oneOf?: Node[];
  enum?: unknown[];
  const?: string | number | boolean | null;
  default?: unknown;
  widget?: string;
  format?: string;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
}

/** The form of a command, from the schema that the API checks. */
export const specOf = (type: CommandType): Spec =>
  read(z.toJSONSchema(definitionOf(type).schema, { io: 'input', unrepresentable: 'any' }) as Node);

function read(node: Node): Spec {
  const common = {
    ...(node.widget && { widget: node.widget }),
    ...(node.default !== undefined && { initial: node.default }),
  };
  const alternatives = node.anyOf ?? node.oneOf;
  if (alternatives) return { ...readAlternatives(alternatives), ...common };
  if (node.const !== undefined) return { kind: 'fixed', value: node.const, ...common };
  if (node.enum) return { kind: 'choice', values: node.enum.map(String), ...common };
  switch (node.type ?? 'string') {
    case 'object':
      return { kind: 'object', fields: fieldsOf(node), ...common };
    case 'array':
      return {
        kind: 'array',
        item: read(node.items ?? {}),
        min: node.minItems ?? 0,
        max: node.maxItems ?? 1000,
        ...common,
      };
    case 'boolean':
      return { kind: 'boolean', ...common };
    case 'integer':
    case 'number':
      return {
        kind: 'number',
        ...(node.minimum !== undefined && { min: node.minimum }),
        ...(node.maximum !== undefined && { max: node.maximum }),
        ...common,
      };
    default:
      return {
        kind: 'text',
        ...(node.maxLength !== undefined && { max: node.maxLength }),
        ...(node.format && { format: node.format }),
        ...common,
      };
  }
}

const fieldsOf = ({ properties = {}, required = [] }: Node): FieldSpec[] =>
  Object.entries(properties).map(([name, inner]) => ({
    name,
    // in the form of what is sent in, a field with a default may be left out, yet a person sees its default
    required: required.includes(name),
    spec: read(inner),
  }));

function readAlternatives(nodes: readonly Node[]): Spec {
  // an empty text as an alternative only says that the field may stay empty
  const rest = nodes.filter((node) => node.type !== 'null' && node.const !== '');
  const nullable = nodes.some(({ type }) => type === 'null') ? { nullable: true as const } : {};
  if (rest.length === 1) return { ...read(rest[0]!), ...nullable };
  if (rest.every((node) => typeof node.const === 'string')) {
    return { kind: 'choice', values: rest.map((node) => String(node.const)), ...nullable };
  }
  const tag = tagOf(rest);
  return {
    kind: 'variants',
    tag,
    variants: rest.map((node, index) => ({ value: String(node.properties?.[tag]?.const ?? index), spec: read(node) })),
    ...nullable,
  };
}

/** The property that tells variants apart: a constant in each of them. */
const tagOf = (nodes: readonly Node[]): string =>
  Object.keys(nodes[0]?.properties ?? {}).find((name) =>
    nodes.every((node) => node.properties?.[name]?.const !== undefined),
  ) ?? '';

/** Whether a list is one line per worker. */
export const isPeopleList = (spec: Spec): boolean =>
  spec.kind === 'array' && spec.item.kind === 'object' && spec.item.fields.some(({ name }) => name === 'personRef');

/** A post of a body, chosen as one. */
const isSigner = ({ widget }: Spec): boolean => widget === 'signer';

/** What a form shows before anything is typed. */
export function initialOf(spec: Spec): unknown {
  if (spec.initial !== undefined) return spec.initial;
  if (spec.nullable) return null;
  if (isSigner(spec)) return undefined;
  switch (spec.kind) {
    case 'object':
      return Object.fromEntries(
        spec.fields
          .filter(({ required, spec: inner }) => required || inner.initial !== undefined)
          .map(({ name, spec: inner }) => [name, initialOf(inner)]),
      );
    case 'array':
      return spec.item.kind === 'object' && !isPeopleList(spec) && !isSigner(spec.item)
        ? Array.from({ length: Math.min(spec.min, 1) }, () => initialOf(spec.item))
        : [];
    case 'variants':
      return spec.variants[0] ? initialOf(spec.variants[0].spec) : {};
    case 'fixed':
      return spec.value;
    case 'choice':
    case 'number':
    case 'text':
    case 'boolean':
      return undefined;
  }
}
