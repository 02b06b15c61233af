import type { Disk } from '../../domain/index.ts'
import { saidBy } from '../writing/beyond.ts'
import { adviceByHand, byHand, quiet, type Said, said } from '../writing/decisions.ts'
import { bootSaid, placeSaid, reported, seclabelsSaid } from '../writing/device-decisions.ts'
import { allDiskProperties } from './disk-properties.ts'
import { limitsSaid } from './throttle.ts'

const xen = byHand('It is left out: it belongs to Xen.')

/** What a source is besides, in words that mean nothing to a running QEMU. */
const sourceSaid: Said<NonNullable<Disk['source']>> = {
  file: said,
  dev: said,
  dir: said,
  protocol: said,
  name: said,
  query: said,
  tls: said,
  tls_hostname: said,
  pool: said,
  volume: said,
  mode: said,
  type: quiet('There is one for each type of disk.'),
  path: said,
  namespace: said,
  managed: quiet('QEMU takes the NVMe device from VFIO: bind it to vfio-pci before.'),
  fdgroup: said,
  startup_policy: adviceByHand('startup_policy is left out: QEMU does not start when the image is missing.'),
  index: reported,
  hosts: { name: said, port: said, transport: said, socket: said },
  snapshot: said,
  config: said,
  auth: said,
  encryption: said,
  reservations: said,
  initiator: said,
  slices: said,
  ssl: said,
  cookies: said,
  readahead: said,
  timeout: said,
  reconnect: said,
  identity: said,
  known_hosts: said,
  address: said,
  seclabels: seclabelsSaid,
  data_store: said,
}

const statistics = byHand(
  'The statistics are left out: QEMU counts them on demand. Ask its monitor: block-latency-histogram-set, query-blockstats.',
)

/** What becomes of a disk. */
export const diskSaid = saidBy<Disk>(allDiskProperties, {
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
    copy_on_read: said,
    iothreads: said,
    discard_no_unref: said,
    metadata_cache: said,
    statistics,
    latency_histograms: statistics,
  },
  auth: said,
  source: sourceSaid,
  backing_store: said,
  backenddomain: xen,
  mirror: reported,
  target: { dev: said, bus: said, tray: said },
  iotune: limitsSaid,
  throttlefilters: said,
  readonly: said,
  transient: byHand(
    'transient is left out: changes stay. Start from an overlay instead: qemu-img create -f qcow2 -b IMAGE -F FORMAT OVERLAY.',
  ),
  transient_share_backing: quiet('It says how libvirt makes the overlay of a transient disk.'),
  encryption: said,
  boot: bootSaid,
  ...placeSaid,
  address: said,
})
