/** Takes out again what the author wants to do without: an imported VM never grows what it did not have. */
import type { Domain } from '../domain/index.ts'
import { formatPath, type Path, parsePath } from '../finding.ts'
import { isRecord } from '../table/index.ts'
import type { Draft } from './draft.ts'

/** `libvirt.leave_out`: each path is one into the Domain. */
export function leaveOut(domain: Domain, draft: Draft): Domain {
  let left: unknown = domain
  for (const [index, text] of (draft.libvirt.leave_out ?? []).entries()) {
    const path = parsePath(text)
    if (typeof path?.at(-1) !== 'string')
      draft.findings.push({
        code: 'leave-out.path',
        severity: 'error',
        path: ['libvirt', 'leave_out', index],
        message: `'${text}' is not the path of a key. Write one such as vcpu.placement or devices.graphics[0].listen; a list is emptied with [].`,
      })
    else {
      left = without(left, path)
      const prefix = formatPath(path)
      const kept = draft.notes.filter((note) => !formatPath(note.path).startsWith(prefix))
      draft.notes.splice(0, draft.notes.length, ...kept)
    }
  }
  return isRecord(left) ? left : domain
}

/** The same value without what is at the path; a list keeps its other items. */
export function without(held: unknown, path: Path): unknown {
  const [first, ...deeper] = path
  if (first === undefined) return undefined
  if (Array.isArray(held) && typeof first === 'number') {
    if (first >= held.length) return held
    return deeper.length === 0 ? held.toSpliced(first, 1) : held.with(first, without(held[first], deeper))
  }
  if (!isRecord(held) || typeof first !== 'string' || held[first] === undefined) return held
  const { [first]: at, ...others } = held
  return deeper.length === 0 ? others : { ...held, [first]: without(at, deeper) }
}
