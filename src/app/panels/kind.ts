/** Devices of several kinds: which fields a kind has, and changing the kind without losing those of the others. */
import { ownValue } from '../../core/index.ts'
import { formatPath, isRecord, type Path, valueAt } from '../core.ts'
import { fieldAt, shapeAt } from '../form/index.ts'
import type { KeyOf, SpecPath } from '../spec-path.ts'
import { vmDocument } from '../store.ts'

/** The keys of the map at `path` that belong to this kind or to every kind, in the order of the table. */
export function keysOfKind<V>(
  path: SpecPath<V>,
  by: KeyOf<NoInfer<V>>,
  kind: string | undefined,
): readonly KeyOf<V>[] {
  return keysOf(path).filter((key) => belongs([...path, key], by, kind))
}

/** The keys of the map at `path`, in the order of the table. */
export function keysOf<V>(path: SpecPath<V>): readonly KeyOf<V>[]
export function keysOf(path: Path): readonly string[] {
  return Object.keys(shapeAt(path) ?? {})
}

function belongs(path: Path, by: string, kind: string | undefined): boolean {
  const only = ownValue(fieldAt(path)?.meta.only, by)
  return only === undefined || (kind !== undefined && only.includes(kind))
}

/**
 * Sets the kind of the map at `path`. What belongs to other kinds alone is put aside and comes back with its kind.
 * One step of undo.
 */
export function changeKind<V>(path: SpecPath<V>, by: KeyOf<NoInfer<V>>, kind: string, label: string): void {
  const { store } = vmDocument
  const { design, switchedOff } = store.getState()
  const held = valueAt(design.spec, path)
  const before = isRecord(held) ? held : {}
  const memory = `${formatPath(path)}?${by}`
  const put = ownValue(switchedOff, memory)
  const all = { ...(isRecord(put) ? put : {}), ...before, [by]: kind }
  const stays = Object.entries(all).filter(([key]) => belongs([...path, key], by, kind))
  const leaves = Object.entries(all).filter(([key]) => !belongs([...path, key], by, kind))
  store.setState({ switchedOff: { ...switchedOff, [memory]: Object.fromEntries(leaves) } })
  vmDocument.changeAll([{ path, value: Object.fromEntries(stays) }], label)
}
