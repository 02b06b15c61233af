/** All devices, and the small ones whole. */
import {
  attributes,
  elements,
  kind,
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
import { audio, sound } from './audio.ts'
import { channel, chardev, console, parallel, redirDev, serial, smartcard } from './chardev.ts'
import { disk } from './disk.ts'
import { filesystem } from './filesystem.ts'
import { graphics, video } from './graphics.ts'
import { hostdev } from './hostdev.ts'
import { networkInterface } from './interface.ts'
import { acpi, alias, atPath, ioThreads, optionalPath, typed, virtioDriver } from './shared.ts'

export const controller = {
  ...numbers('index'),
  ...attributes('model'),
  acpi: object('acpi', acpi),
  alias: object('alias', alias),
  driver: object('driver', {
    ...attributes('ats iommu packed page_per_vq'),
    ...numbers('cmd_per_lun max_sectors queues'),
    io_event_fd: text('@ioeventfd'),
    io_thread: number('@iothread'),
    io_threads: object('iothreads', ioThreads),
  }),
  nvme: kind('@type', 'nvme', elements('serial')),
  pci: kind('@type', 'pci', {
    hole64: number('pcihole64'),
    hole64_unit: text('pcihole64/@unit'),
    model: object('model', alias),
  }),
  type: required(text('@type')),
  usb: kind('@type', 'usb', {
    master: object('master', {
      start_port: required(number('@startport')),
    }),
    port: number('@ports'),
  }),
  virt_io_serial: kind('@type', 'virtio-serial', numbers('ports vectors')),
  xen_bus: kind('@type', 'xenbus', numbers('maxEventChannels maxGrantFrames')),
}

export const crypto = {
  ...attributes('model type'),
  alias: object('alias', alias),
  backend: object('backend', {
    ...numbers('queues'),
    built_in: kind('@model', 'builtin'),
    lkcf: kind('@model', 'lkcf'),
  }),
}

export const inputDevice = {
  ...attributes('bus model'),
  acpi: object('acpi', acpi),
  alias: object('alias', alias),
  driver: object('driver', virtioDriver),
  source: object('source', {
    ev_dev: kind('../@type', 'evdev', {
      ...attributes('grab grabToggle repeat'),
      dev: required(text('@dev')),
    }),
    passthrough: kind('../@type', 'passthrough', {
      ev_dev: required(text('@evdev')),
    }),
  }),
  type: required(text('@type')),
}

export const iommu = {
  acpi: object('acpi', acpi),
  alias: object('alias', alias),
  driver: object('driver', {
    ...numbers('aw_bits'),
    ...attributes('caching_mode dma_translation eim iotlb passthrough'),
    int_remap: text('@intremap'),
    xt_sup: text('@xtsup'),
  }),
  model: required(text('@model')),
}

export const lease = {
  ...elements('key'),
  lockspace: required(text('lockspace')),
  target: object('target', {
    ...numbers('offset'),
    path: required(text('@path')),
  }),
}

export const memBalloon = {
  ...attributes('freePageReporting'),
  acpi: object('acpi', acpi),
  alias: object('alias', alias),
  auto_deflate: text('@autodeflate'),
  driver: object('driver', virtioDriver),
  model: required(text('@model')),
  stats: object('stats', {
    period: required(number('@period')),
  }),
}

export const memorydev = {
  ...attributes('access discard'),
  ...elements('uuid'),
  acpi: object('acpi', acpi),
  alias: object('alias', alias),
  model: required(text('@model')),
  source: object('source', {
    ...elements('path'),
    ...presences('pmem'),
    align_size: number('alignsize'),
    align_size_unit: text('alignsize/@unit'),
    node_mask: text('nodemask'),
    page_size: number('pagesize'),
    page_size_unit: text('pagesize/@unit'),
  }),
  target: object('target', {
    ...numberElements('block node requested size'),
    ...attributes('dynamicMemslots'),
    address: object('address', numbers('base')),
    block_unit: text('block/@unit'),
    label: object('label', {
      ...numberElements('size'),
      size_unit: text('size/@unit'),
    }),
    read_only: presence('readonly'),
    requested_unit: text('requested/@unit'),
    size_unit: text('size/@unit'),
  }),
}

export const pstore = {
  alias: object('alias', alias),
  backend: required(text('@backend')),
  path: required(text('path')),
  size: required(number('size')),
  size_unit: text('size/@unit'),
}

export const redirFilter = {
  usb: list('usbdev', {
    ...numbers('class product vendor'),
    ...attributes('version'),
    allow: required(text('@allow')),
  }),
}

export const rng = {
  acpi: object('acpi', acpi),
  alias: object('alias', alias),
  backend: object('backend', {
    built_in: kind('@model', 'builtin'),
    egd: kind('@model', 'egd', {
      protocol: object('protocol', typed),
      source: object('source', chardev('../@type')),
    }),
    random: kind('@model', 'random', text('')),
  }),
  driver: object('driver', virtioDriver),
  model: required(text('@model')),
  rate: object('rate', {
    ...numbers('period'),
    bytes: required(number('@bytes')),
  }),
}

export const shmem = {
  ...attributes('role'),
  ...numberElements('size'),
  acpi: object('acpi', acpi),
  alias: object('alias', alias),
  model: object('model', typed),
  msi: object('msi', {
    ...numbers('vectors'),
    io_event_fd: text('@ioeventfd'),
  }),
  name: required(text('@name')),
  server: object('server', optionalPath),
  size_unit: text('size/@unit'),
}

export const tpm = {
  ...attributes('model'),
  alias: object('alias', alias),
  backend: object('backend', {
    emulator: kind('@type', 'emulator', {
      ...numbers('debug'),
      ...attributes('persistent_state version'),
      active_pcr_banks: object('active_pcr_banks', presences('sha1 sha256 sha384 sha512')),
      encryption: object('encryption', {
        secret: required(text('@secret')),
      }),
      profile: object('profile', attributes('name removeDisabled source')),
      source: object('source', {
        dir: kind('@type', 'dir', optionalPath),
        file: kind('@type', 'file', optionalPath),
      }),
    }),
    external: kind('@type', 'external', {
      source: object('source', chardev('@type')),
    }),
    passthrough: kind('@type', 'passthrough', {
      device: object('device', atPath),
    }),
  }),
}

export const vsock = {
  ...attributes('model'),
  acpi: object('acpi', acpi),
  alias: object('alias', alias),
  cid: object('cid', attributes('address auto')),
  driver: object('driver', virtioDriver),
}

export const devices = {
  audios: list('audio', audio),
  channels: list('channel', channel),
  consoles: list('console', console),
  controllers: list('controller', controller),
  crypto: list('crypto', crypto),
  disks: list('disk', disk),
  emulator: text('emulator'),
  filesystems: list('filesystem', filesystem),
  graphics: list('graphics', graphics),
  hostdevs: list('hostdev', hostdev),
  hubs: list('hub', {
    alias: object('alias', alias),
    type: required(text('@type')),
  }),
  inputs: list('input', inputDevice),
  interfaces: list('interface', networkInterface),
  iommu: object('iommu', iommu),
  leases: list('lease', lease),
  mem_balloon: object('memballoon', memBalloon),
  memorydevs: list('memory', memorydev),
  nvram: object('nvram', {
    alias: object('alias', alias),
  }),
  panics: list('panic', {
    ...attributes('model'),
    alias: object('alias', alias),
  }),
  parallels: list('parallel', parallel),
  pstore: object('pstore', pstore),
  redir_devs: list('redirdev', redirDev),
  redir_filters: list('redirfilter', redirFilter),
  rngs: list('rng', rng),
  serials: list('serial', serial),
  shmems: list('shmem', shmem),
  smartcards: list('smartcard', smartcard),
  sounds: list('sound', sound),
  tpms: list('tpm', tpm),
  videos: list('video', video),
  vsock: object('vsock', vsock),
  watchdogs: list('watchdog', {
    ...attributes('action'),
    acpi: object('acpi', acpi),
    alias: object('alias', alias),
    model: required(text('@model')),
  }),
}
