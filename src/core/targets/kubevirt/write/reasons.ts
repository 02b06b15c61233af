/** Why a part of a design does not go over, and what a person does about it. */
import type { Path } from '../../../finding.ts'
import type { Difference } from '../../differences.ts'
import type { Lack } from '../../lacks.ts'
import { deviceReasons } from './device-reasons.ts'
import { machineReasons } from './machine-reasons.ts'
import { byPlugin, type Reason } from './reason.ts'

const parted = [...machineReasons, ...deviceReasons].map((one) => ({
  ...one,
  places: one.at.map((place) => place.split('.')),
}))

const other: Omit<Reason, 'at'> = { message: 'KubeVirt has no field for this.', byHand: byPlugin }

/** @param placeOf from a place of the Domain to that of the design */
export function lackOf({ path, kind }: Difference, placeOf: (path: Path) => Path): Lack {
  const { message, byHand, severity, inPart } =
    parted.find(({ places }) => places.some((place) => isBelow(path, place))) ?? other
  return {
    path: placeOf(path),
    message,
    byHand,
    ...(severity === undefined ? {} : { severity }),
    ...(inPart === true || kind === 'changed' ? { inPart: true } : {}),
  }
}

/** What the plugin in administrator.yaml says. */
export function lackOfHook({ path }: Difference, placeOf: (path: Path) => Path): Lack {
  return {
    path: placeOf(path),
    message: 'A VirtualMachine has no field for this: a Plugin in administrator.yaml says it (KubeVirt 1.9).',
    byHand: 'Let the administrator open the gate Plugins and apply it; before 1.9 it is a hook sidecar.',
    inPart: true,
  }
}

function isBelow(path: Path, place: readonly string[]): boolean {
  return (
    path.length >= place.length && place.every((one, index) => one === '*' || one === String(path[index]))
  )
}
