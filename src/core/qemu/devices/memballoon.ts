/** Memory that the host takes back while the guest runs. libvirt manual, Memory balloon device. */
import type { Devices } from '../../domain/index.ts'
import { type Build, device, find, idOf, virtioDevice, virtioOptions } from '../build.ts'
import { placeOf } from '../place.ts'
import { byHand, type Said, said } from '../said.ts'
import { deviceSaid, virtioSaid } from './device-said.ts'

export type Memballoon = NonNullable<Devices['memballoon']>

export const memballoonSaid: Said<Memballoon> = {
  model: said,
  autodeflate: said,
  free_page_reporting: said,
  stats: {
    period: byHand(
      'Memory figures are not asked for: say qom-set /machine/peripheral/balloon0 guest-stats-polling-interval SECONDS in the QEMU monitor.',
    ),
  },
  driver: virtioSaid,
  ...deviceSaid,
}

export function renderBalloon(build: Build): void {
  const balloon = build.devices.memballoon
  if (balloon === undefined || balloon.model === 'none') return
  const path = ['devices', 'memballoon']
  if (balloon.model === 'xen') {
    find(build, 'qemu.unsupported', path, 'The balloon is left out: this one belongs to Xen.')
    return
  }
  device(
    build,
    virtioDevice('balloon', balloon.model, balloon.address),
    path,
    virtioOptions(balloon.driver),
    {
      id: idOf(build, balloon.alias, 'balloon0', path),
      'deflate-on-oom': balloon.autodeflate,
      'free-page-reporting': balloon.free_page_reporting,
    },
    placeOf(build, balloon),
  )
}
