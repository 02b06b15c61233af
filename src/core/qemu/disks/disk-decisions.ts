import type { Disk } from '../../domain/index.ts'
import {
  adviceByHand,
  bootDecisions,
  byHand,
  type Decisions,
  decisionsOf,
  placeDecisions,
  quiet,
  reported,
  seclabelsDecisions,
  written,
  writtenIn,
} from '../decisions/index.ts'
import { allDiskProperties } from './disk-properties.ts'
import { limitsDecisions } from './throttle.ts'

type Source = NonNullable<Disk['source']>

const xen = byHand('It is left out: it belongs to Xen.')

/** What a source is besides, in words that mean nothing to a running QEMU. */
const sourceDecisions: Decisions<Source> = {
  ...writtenIn<Source>()('file dev dir protocol name query tls tls_hostname pool volume mode'),
  type: quiet('There is one for each type of disk.'),
  path: written,
  namespace: written,
  managed: quiet('QEMU takes the NVMe device from VFIO: bind it to vfio-pci before.'),
  fdgroup: written,
  startup_policy: adviceByHand('startup_policy is left out: QEMU does not start when the image is missing.'),
  index: reported,
  hosts: { name: written, port: written, transport: written, socket: written },
  ...writtenIn<Source>()('snapshot config auth encryption reservations initiator slices ssl cookies'),
  ...writtenIn<Source>()('readahead timeout reconnect identity known_hosts address'),
  seclabels: seclabelsDecisions,
  data_store: written,
}

const statistics = byHand(
  'The statistics are left out: QEMU counts them on demand. Ask its monitor: block-latency-histogram-set, query-blockstats.',
)

/** What becomes of a disk. */
export const diskDecisions = decisionsOf<Disk>(allDiskProperties, {
  type: written,
  device: written,
  model: written,
  rawio: byHand('rawio is left out: QEMU needs the capability CAP_SYS_RAWIO, setcap or root.'),
  sgio: byHand('sgio is left out: newer kernels have no such filter any more.'),
  snapshot: quiet('libvirt’s choice when it makes a snapshot.'),
  driver: {
    name: quiet('It is QEMU here.'),
    ...writtenIn<NonNullable<Disk['driver']>>()('type cache io discard detect_zeroes error_policy'),
    ...writtenIn<NonNullable<Disk['driver']>>()('rerror_policy copy_on_read iothreads discard_no_unref'),
    ...writtenIn<NonNullable<Disk['driver']>>()('metadata_cache'),
    statistics,
    latency_histograms: statistics,
  },
  auth: written,
  source: sourceDecisions,
  backing_store: written,
  backenddomain: xen,
  mirror: reported,
  target: { dev: written, bus: written, tray: written },
  iotune: limitsDecisions,
  throttlefilters: written,
  readonly: written,
  transient: byHand(
    'transient is left out: changes stay. Start from an overlay instead: qemu-img create -f qcow2 -b IMAGE -F FORMAT OVERLAY.',
  ),
  transient_share_backing: quiet('It says how libvirt makes the overlay of a transient disk.'),
  encryption: written,
  boot: bootDecisions,
  ...placeDecisions,
  address: written,
})
