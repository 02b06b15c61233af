import type { Devices, Item } from '../build.ts'
import { adviceByHand, byHand, quiet, type Said, said } from '../said.ts'
import { bootSaid, placeSaid, reported, seclabelsSaid, virtioSaid } from '../said-of-devices.ts'
import { limitsSaid } from './throttle.ts'

export type Disk = Item<Devices['disks']>

const secret = byHand(
  'The login or key is left out: it is a secret of libvirt’s. Add -object secret,id=…,file=… and name it in the -blockdev (password-secret=, key-secret=).',
)
const tls = byHand('TLS is left out: add -object tls-creds-x509,… and tls-creds= to the -blockdev.')

/** What becomes of a disk. */
export const diskSaid: Said<Disk> = {
  type: said,
  device: said,
  model: said,
  rawio: byHand('rawio is left out: QEMU needs the capability CAP_SYS_RAWIO, setcap or root.'),
  sgio: byHand('sgio is left out: newer kernels have no such filter any more.'),
  snapshot: quiet('libvirt’s choice when it makes a snapshot.'),
  driver: {
    name: quiet('It is QEMU here.'),
    type: said,
    cache: said,
    io: said,
    discard: said,
    detect_zeroes: said,
    error_policy: said,
    rerror_policy: said,
    ioeventfd: said,
    event_idx: said,
    copy_on_read: said,
    iothread: said,
    queues: said,
    queue_size: said,
    discard_no_unref: said,
    ...virtioSaid,
  },
  auth: secret,
  source: {
    file: said,
    dev: said,
    dir: said,
    protocol: said,
    name: said,
    query: said,
    tls,
    tls_hostname: tls,
    pool: said,
    volume: said,
    mode: said,
    type: said,
    path: said,
    namespace: said,
    managed: quiet('QEMU takes the NVMe device from VFIO: bind it to vfio-pci before.'),
    startup_policy: adviceByHand(
      'startup_policy is left out: QEMU does not start when the image is missing.',
    ),
    index: reported,
    hosts: { name: said, port: said, transport: said, socket: said },
    auth: secret,
    encryption: secret,
    cookies: secret,
    address: said,
    seclabels: seclabelsSaid,
  },
  backing_store: quiet('The image itself names the image below it.'),
  mirror: reported,
  target: { dev: said, bus: said, tray: said, removable: said, rotation_rate: said },
  iotune: limitsSaid,
  readonly: said,
  shareable: said,
  transient: byHand(
    'transient is left out: changes stay. Start from an overlay instead: qemu-img create -f qcow2 -b IMAGE -F FORMAT OVERLAY.',
  ),
  serial: said,
  wwn: said,
  vendor: said,
  product: said,
  encryption: secret,
  boot: bootSaid,
  ...placeSaid,
  address: said,
}
