/** Memory that the host takes back while the guest runs. libvirt manual, Memory balloon device. */
import type { Devices } from '../../domain/index.ts'
import { onOff, onOffText } from '../properties/codec.ts'
import { given, type Properties, propertyOf } from '../properties/property.ts'
import { virtio } from '../properties/shared.ts'
import { saidBy } from '../writing/beyond.ts'
import { type Build, find, idOf, virtioDevice } from '../writing/build.ts'
import { byHand, said } from '../writing/decisions.ts'
import { placedDevice } from '../writing/place.ts'
import { deviceSaid } from './device-decisions.ts'

type Memballoon = NonNullable<Devices['memballoon']>

const property = propertyOf<Memballoon>()

export const balloonDevice: Properties<Memballoon> = {
  ...virtio,
  id: given,
  'deflate-on-oom': property('autodeflate', onOffText),
  'free-page-reporting': property('free_page_reporting', onOff),
}

export const memballoonSaid = saidBy<Memballoon>([balloonDevice], {
  model: said,
  stats: {
    period: byHand(
      'Memory figures are not asked for: say qom-set /machine/peripheral/balloon0 guest-stats-polling-interval SECONDS in the QEMU monitor.',
    ),
  },
  ...deviceSaid,
})

export function renderBalloon(build: Build): void {
  const balloon = build.devices.memballoon
  if (balloon === undefined || balloon.model === 'none') return
  const path = ['devices', 'memballoon']
  if (balloon.model === 'xen') {
    find(build, 'qemu.unsupported', path, 'The balloon is left out: this one belongs to Xen.')
    return
  }
  const driver = virtioDevice('balloon', balloon.model, balloon.address)
  placedDevice(build, driver, path, balloonDevice, balloon, {
    id: idOf(build, balloon.alias, 'balloon0', path),
  })
}
