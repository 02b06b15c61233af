/** Memory that the host takes back while the guest runs. libvirt manual, Memory balloon device. */
import type { Devices } from '../../domain/index.ts'
import { type Build, idOf, leftOut } from '../build/index.ts'
import { byHand, decisionsOf, written } from '../decisions/index.ts'
import { onOff, onOffText } from '../properties/codec.ts'
import { given, type Properties, propertyOf } from '../properties/property.ts'
import { virtio } from '../properties/shared.ts'
import { isVirtio, type Reading, takeCommon, takeProperties, virtioModel } from '../reading/index.ts'
import { placedDevice, virtioDevice } from '../writing/index.ts'
import { deviceDecisions } from './device-decisions.ts'

type Memballoon = NonNullable<Devices['memballoon']>

const property = propertyOf<Memballoon>()

export const balloonDevice: Properties<Memballoon> = {
  ...virtio,
  id: given,
  'deflate-on-oom': property('autodeflate', onOffText),
  'free-page-reporting': property('free_page_reporting', onOff),
}

export const memballoonDecisions = decisionsOf<Memballoon>([balloonDevice], {
  model: written,
  stats: {
    period: byHand(
      'Memory figures are not asked for: say qom-set /machine/peripheral/balloon0 guest-stats-polling-interval SECONDS in the QEMU monitor.',
    ),
  },
  ...deviceDecisions,
})

export function renderBalloon(build: Build): void {
  const balloon = build.devices.memballoon
  if (balloon === undefined || balloon.model === 'none') return
  const path = ['devices', 'memballoon']
  if (balloon.model === 'xen') {
    leftOut(build, path, 'The balloon is left out: this one belongs to Xen.')
    return
  }
  const driver = virtioDevice('balloon', balloon.model, balloon.address)
  placedDevice(build, driver, path, balloonDevice, balloon, {
    id: idOf(build, balloon.alias, 'balloon0', path),
  })
}

const stem = 'virtio-balloon'

/** libvirt adds a balloon where none is said, so that none is said here where the line has none. */
export function readMemballoon(reading: Reading): void {
  reading.single.memballoon = { model: 'none' }
  const [option] = reading.devices((driver) => isVirtio(driver, stem))
  if (option !== undefined)
    reading.put(
      'memballoon',
      {
        model: virtioModel(option.peek('driver'), stem),
        ...takeProperties(option, balloonDevice),
        ...takeCommon(reading, option),
      },
      [option],
    )
  // Gone from QEMU with version 4.
  for (const old of reading.unread('balloon')) {
    if (old.written.value === 'virtio') reading.put('memballoon', { model: 'virtio' }, [old])
    if (old.written.value === 'virtio' || old.written.value === 'none') old.finish()
  }
}
