/** Why a part of a design does not go over, and what a person does about it. */
import type { Path } from '../../../finding.ts'
import type { Difference } from '../../differences.ts'
import type { Lack } from '../../lacks.ts'
import { lacksBy } from '../../reason.ts'
import { byPlugin } from './by-plugin.ts'
import { deviceReasons } from './device-reasons.ts'
import { machineReasons } from './machine-reasons.ts'

const lack = lacksBy([...machineReasons, ...deviceReasons], {
  message: 'KubeVirt has no field for this.',
  byHand: byPlugin,
})

/** @param placeOf from a place of the Domain to that of the design */
export function lackOf({ path, kind }: Difference, placeOf: (path: Path) => Path): Lack {
  return lack(path, placeOf, kind === 'changed')
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
