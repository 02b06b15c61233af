/** Devices of several kinds: which fields a kind has, and changing the kind without losing those of the others. */
import { ownValue } from '../../core/index.ts'
import { formatPath, isRecord, type Path, type UnknownRecord, valueAt } from '../core.ts'
import { fieldAt, shapeAt } from '../form/index.ts'
import { vmDocument } from '../store.ts'

/** The keys of the map at `path` that belong to this kind or to every kind, in the order of the table. */
export function keysOfKind(path: Path, by: string, kind: string | undefined): readonly string[] {
  return Object.keys(shapeAt(path) ?? {}).filter((key) => belongs([...path, key], by, kind))
}

function belongs(path: Path, by: string, kind: string | undefined): boolean {
  const only = ownValue(fieldAt(path)?.meta.only, by)
  return only === undefined || (kind !== undefined && only.includes(kind))
}

/**
 * Sets the kind of the map at `path`. What belongs to other kinds alone is put aside and comes back with its kind.
 * One step of undo.
 */
export function changeKind(path: Path, by: string, kind: string, label: string): void {
  const { store } = vmDocument
  const { design, switchedOff } = store.getState()
  const held = valueAt(design.spec, path)
  const before = isRecord(held) ? held : {}
  const memory = `${formatPath(path)}?${by}`
  const put = ownValue(switchedOff, memory)
  const all: UnknownRecord = { ...(isRecord(put) ? put : {}), ...before, [by]: kind }
  const stays = Object.entries(all).filter(([key]) => belongs([...path, key], by, kind))
  const leaves = Object.entries(all).filter(([key]) => !belongs([...path, key], by, kind))
  store.setState({ switchedOff: { ...switchedOff, [memory]: Object.fromEntries(leaves) } })
  vmDocument.changeAll([{ path, value: Object.fromEntries(stays) }], label)
}
