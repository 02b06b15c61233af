/** What a disk, its limits and the way the host serves it are called. PVE::QemuServer::Drive. */
import { encoded, flag, flagAs, formed, renamed, same, scaled, whole } from '../words/codec.ts'
import { says, type Words } from '../words/words.ts'

const bytes = scaled(1024 * 1024)
const operations = whole(0, 999_999_999_999)
const seconds = whole(1, 999_999_999)

/** Limits, theirs in MB of 1024 KiB. */
const limits = {
  mbps: says('iotune.total_bytes_sec', bytes),
  mbps_rd: says('iotune.read_bytes_sec', bytes),
  mbps_wr: says('iotune.write_bytes_sec', bytes),
  mbps_max: says('iotune.total_bytes_sec_max', bytes),
  mbps_rd_max: says('iotune.read_bytes_sec_max', bytes),
  mbps_wr_max: says('iotune.write_bytes_sec_max', bytes),
  iops: says('iotune.total_iops_sec', operations),
  iops_rd: says('iotune.read_iops_sec', operations),
  iops_wr: says('iotune.write_iops_sec', operations),
  iops_max: says('iotune.total_iops_sec_max', operations),
  iops_rd_max: says('iotune.read_iops_sec_max', operations),
  iops_wr_max: says('iotune.write_iops_sec_max', operations),
  bps_max_length: says('iotune.total_bytes_sec_max_length', seconds),
  bps_rd_max_length: says('iotune.read_bytes_sec_max_length', seconds),
  bps_wr_max_length: says('iotune.write_bytes_sec_max_length', seconds),
  iops_max_length: says('iotune.total_iops_sec_max_length', seconds),
  iops_rd_max_length: says('iotune.read_iops_sec_max_length', seconds),
  iops_wr_max_length: says('iotune.write_iops_sec_max_length', seconds),
} satisfies Words

const everyBus = {
  cache: says('driver.cache', same('none', 'writethrough', 'writeback', 'unsafe', 'directsync')),
  aio: says('driver.io', same('native', 'threads', 'io_uring')),
  discard: says('driver.discard', renamed({ on: 'unmap', ignore: 'ignore' })),
  detect_zeroes: says('driver.detect_zeroes', flagAs('on', 'off')),
  werror: says(
    'driver.error_policy',
    renamed({ enospc: 'enospace', ignore: 'ignore', report: 'report', stop: 'stop' }),
  ),
  rerror: says('driver.rerror_policy', same('ignore', 'report', 'stop')),
  serial: says('serial', encoded(60)),
  shared: says('shareable', onlyTrue()),
  ...limits,
} satisfies Words

const rotation = {
  ssd: says('target.rotation_rate', renamed({ '1': 1 })),
  wwn: says('wwn', wwn()),
} satisfies Words

/** By the family of the setting. */
export const diskWords: Readonly<Record<string, Words>> = {
  virtio: { ...everyBus, ro: says('readonly', onlyTrue()) },
  scsi: {
    ...everyBus,
    ...rotation,
    ro: says('readonly', onlyTrue()),
    vendor: says('vendor', formed(/^[\w\- ]{1,8}$/)),
    product: says('product', formed(/^[\w\- ]{1,16}$/)),
  },
  sata: { ...everyBus, ...rotation },
  ide: { ...everyBus, ...rotation, model: says('product', encoded(40)) },
}

/** Other names of keys. */
export const diskAliases: Readonly<Record<string, string>> = {
  volume: 'file',
  bps_rd_length: 'bps_rd_max_length',
  bps_wr_length: 'bps_wr_max_length',
  iops_rd_length: 'iops_rd_max_length',
  iops_wr_length: 'iops_wr_max_length',
}

/** Sixteen digits of hexadecimal, which theirs has a 0x before. */
function wwn() {
  return {
    read: (text: string) => /^0x([\da-f]{16})$/i.exec(text)?.[1],
    write: (value: unknown) =>
      typeof value === 'string' && /^[\da-f]{16}$/i.test(value) ? `0x${value}` : undefined,
  }
}

/** What is not said otherwise than by being there. */
function onlyTrue() {
  return {
    read: (text: string) => (flag.read(text) === true ? true : undefined),
    write: (value: unknown) => (value === true ? '1' : undefined),
  }
}
