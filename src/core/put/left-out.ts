/** `libvirt.leave_out` as put changes it. */
import { formatPath, type Path, parsePath } from '../finding.ts'
import { startsWith } from '../path.ts'
import {
  type MadeDevice,
  madeDeviceAt,
  madeDeviceList,
  madeDevices,
  type Resolved,
} from '../resolve/index.ts'
import { applyChanges, type VmSpec } from '../spec/index.ts'

const key: Path = ['libvirt', 'leave_out']

/** The spec that does without this too. */
export function leavingOut(spec: VmSpec, path: Path): VmSpec {
  const left = spec.libvirt?.leave_out ?? []
  const text = formatPath(path)
  return left.includes(text) ? spec : applyChanges(spec, [{ path: key, value: [...left, text] }])
}

/** The spec that no longer does without what is at, around or below a place of the Domain. */
export function notLeavingOut(spec: VmSpec, place: Path, resolved: Resolved): VmSpec {
  const left = spec.libvirt?.leave_out ?? []
  const made = madeAround(place, resolved)
  const names = made === undefined ? [place] : [place, [made.name, ...made.below]]
  const staying = left.filter((text) => {
    const path = parsePath(text) ?? []
    const inList = madeDevices.some((name) => path[0] === name && startsWith(madeDeviceList(name), place))
    return !inList && !names.some((name) => startsWith(name, path) || startsWith(path, name))
  })
  if (staying.length === left.length) return spec
  return applyChanges(spec, [{ path: key, ...(staying.length === 0 ? {} : { value: staying }) }])
}

/** A place of the Domain as `leave_out` calls it: devices that resolve makes go by their names. */
export function leaveOutPath(place: Path, resolved: Resolved): Path {
  const made = madeAround(place, resolved)
  return made === undefined ? place : [made.name, ...made.below]
}

/** The made device that a place of the Domain is in. */
export function madeAround(
  place: Path,
  { origins }: Resolved,
): { readonly name: MadeDevice; readonly below: Path } | undefined {
  for (const { domain, spec } of origins) {
    const name = spec.length === 2 ? madeDeviceAt(spec) : undefined
    if (name !== undefined && startsWith(place, domain)) return { name, below: place.slice(domain.length) }
  }
  return undefined
}
