/** Disks. */
import {
  attributes,
  elements,
  list,
  number,
  numberElements,
  numbers,
  object,
  presence,
  presences,
  required,
  text,
} from '../words.ts'
import { acpi, alias, boot, ioThreads } from './shared.ts'
import { auth, backingStore, encryption, imageFormat, metadataCache, storageSource } from './storage.ts'

export const ioTune = {
  ...elements('group_name'),
  ...numberElements(
    'read_bytes_sec read_bytes_sec_max read_bytes_sec_max_length read_iops_sec read_iops_sec_max read_iops_sec_max_length size_iops_sec total_bytes_sec total_bytes_sec_max total_bytes_sec_max_length total_iops_sec total_iops_sec_max total_iops_sec_max_length write_bytes_sec write_bytes_sec_max write_bytes_sec_max_length write_iops_sec write_iops_sec_max write_iops_sec_max_length',
  ),
}

export const disk = {
  ...attributes('device model sgio snapshot'),
  ...elements('product serial vendor wwn'),
  ...presences('shareable'),
  acpi: object('acpi', acpi),
  alias: object('alias', alias),
  auth: object('auth', auth),
  backend_domain: object('backenddomain', alias),
  backing_store: object('backingStore', backingStore),
  block_io: object('blockio', numbers('discard_granularity logical_block_size physical_block_size')),
  boot: object('boot', boot),
  driver: object('driver', {
    ...attributes(
      'ats cache copy_on_read discard discard_no_unref error_policy event_idx io iommu name packed page_per_vq rerror_policy type',
    ),
    ...numbers('queue_size queues'),
    detect_zeros: text('@detect_zeroes'),
    io_event_fd: text('@ioeventfd'),
    io_thread: number('@iothread'),
    io_threads: object('iothreads', ioThreads),
    metadata_cache: object('metadata_cache', metadataCache),
  }),
  encryption: object('encryption', encryption),
  geometry: object('geometry', {
    ...attributes('trans'),
    cylinders: required(number('@cyls')),
    headers: required(number('@heads')),
    sectors: required(number('@secs')),
  }),
  io_tune: object('iotune', ioTune),
  mirror: object('mirror', {
    ...attributes('job ready'),
    backing_store: object('backingStore', backingStore),
    format: object('format', imageFormat),
    source: object('source', storageSource),
  }),
  raw_io: text('@rawio'),
  read_only: presence('readonly'),
  source: object('source', storageSource),
  target: object('target', {
    ...attributes('bus dev removable tray'),
    ...numbers('rotation_rate'),
  }),
  throttle_filters: object('throttlefilters', {
    throttle_filter: list('throttlefilter', {
      group: required(text('@group')),
    }),
  }),
  transient: object('transient', attributes('shareBacking')),
}
