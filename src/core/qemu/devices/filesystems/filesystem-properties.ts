/** What shared directories can be told. QEMU manual, -fsdev; QEMU: `-device vhost-user-fs-pci,help`. */
import type { Filesystem } from '../../../domain/index.ts'
import { number, onlyOn, sameWords, text, words } from '../../properties/codec.ts'
import { given, type Properties, propertyOf } from '../../properties/property.ts'
import { bootable, virtio } from '../../properties/shared.ts'

const property = propertyOf<Filesystem>()

/** `-fsdev local`, and `-virtfs local`. */
export const localShare: Properties<Filesystem> = {
  security_model: property(
    'accessmode',
    words({ passthrough: 'passthrough', mapped: 'mapped', squash: 'none' }),
    { unsaid: 'passthrough' },
  ),
  multidevs: property('multidevs', sameWords('remap', 'forbid', 'warn')),
  fmode: property('fmode', text),
  dmode: property('dmode', text),
  writeout: property('driver.wrpolicy', sameWords('immediate')),
  id: given,
  path: property('source.dir', text),
  readonly: property('readonly', onlyOn, { usual: false }),
}

export const ninepDevice: Properties<Filesystem> = {
  ...virtio,
  id: given,
  fsdev: given,
  mount_tag: property('target.dir', text),
}

/** libvirt's own: QEMU's would be 128. */
const usualQueue = 1024

export const virtiofsDevice: Properties<Filesystem> = {
  ...virtio,
  id: given,
  chardev: given,
  'queue-size': property('driver.queue', number, { unsaid: usualQueue, usual: usualQueue }),
  tag: property('target.dir', text),
  ...bootable,
}
