/**
 * What a device says of a list of fields. Devices say little and tables are long: so the device is gone through, and not
 * the table.
 */
import { isRecord, type UnknownRecord } from '../../table/index.ts'

/** A list of fields by their first keys: the numbers of those that are there, and what is further in. */
export type FieldTree = ReadonlyMap<string, FieldNode>

interface FieldNode {
  readonly numbers: readonly number[]
  readonly inner: FieldTree | undefined
}

/** The tree of a list of fields; undefined stands for something that is no field. */
export function fieldTree(fields: readonly (readonly string[] | undefined)[]): FieldTree {
  return treeOf(fields.flatMap((field, number) => (field === undefined ? [] : [{ field, number }])))
}

function treeOf(
  fields: readonly { readonly field: readonly string[]; readonly number: number }[],
): FieldTree {
  const firsts = new Set(fields.map(({ field: [first = ''] }) => first))
  const nodes = [...firsts].map((first): [string, FieldNode] => {
    const here = fields.filter(({ field }) => field[0] === first)
    const further = here.filter(({ field }) => field.length > 1)
    const inner = further.map(({ field, number }) => ({ field: field.slice(1), number }))
    return [
      first,
      {
        numbers: here.filter(({ field }) => field.length === 1).map(({ number }) => number),
        inner: inner.length === 0 ? undefined : treeOf(inner),
      },
    ]
  })
  return new Map(nodes)
}

/** What a device says in the fields, each at its number. */
export function saidFields(tree: FieldTree, device: object): readonly unknown[] {
  const said: unknown[] = []
  if (isRecord(device)) gather(tree, device, said)
  return said
}

function gather(tree: FieldTree, here: UnknownRecord, said: unknown[]): void {
  for (const key in here) {
    const node = tree.get(key)
    if (node === undefined) continue
    const held = here[key]
    for (const number of node.numbers) said[number] = held
    if (node.inner !== undefined && isRecord(held)) gather(node.inner, held, said)
  }
}
