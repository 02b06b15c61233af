/** Controllers, inputs and small devices. Manual: Controllers; Input devices; USB redirection; Smartcard; Hub; Watchdog and after. */
import {
  anyText,
  at,
  attribute,
  belonging,
  child,
  decidedLater,
  element,
  hexText,
  hostPath,
  integer,
  list,
  nonNegativeInt,
  oneOf,
  onOff,
  onOffText,
  positiveInt,
  presence,
  refusedBeside,
  short,
  sized,
  sizedAttribute,
  text,
  textLike,
  texts,
  unsignedInt,
  uuid,
  wholeNumber,
  yesNo,
} from '../table/index.ts'
import { chardevSource, chardevTypes, log, moreSources, protocol } from './chardev.ts'
import { acpi, address, alias, boot, iothreadMapping, virtioDriver } from './common.ts'

export const usbModels = [
  'piix3-uhci',
  'piix4-uhci',
  'ehci',
  'ich9-ehci1',
  'ich9-uhci1',
  'ich9-uhci2',
  'ich9-uhci3',
  'vt82c686b-uhci',
  'pci-ohci',
  'nec-xhci',
  'qusb1',
  'qusb2',
  'qemu-xhci',
  'none',
] as const

const scsiModels = [
  'auto',
  'buslogic',
  'lsilogic',
  'lsisas1068',
  'lsisas1078',
  'vmpvscsi',
  'ibmvscsi',
  'virtio-scsi',
  'virtio-transitional',
  'virtio-non-transitional',
  'am53c974',
  'dc390',
  'ncr53c90',
] as const

const ideModels = ['piix3', 'piix4', 'ich6'] as const

const controllerModels = [
  ...usbModels,
  ...scsiModels,
  'virtio',
  ...ideModels,
  'pci-root',
  'pci-bridge',
  'dmi-to-pci-bridge',
  'pcie-root',
  'pcie-root-port',
  'pcie-switch-upstream-port',
  'pcie-switch-downstream-port',
  'pcie-expander-bus',
  'pci-expander-bus',
  'pcie-to-pci-bridge',
] as const

/** By type of controller, of those that are not PCI: virDomainControllerModelTypeFromString. */
export const controllerModelsOf: Readonly<Record<string, readonly string[]>> = {
  usb: usbModels,
  scsi: scsiModels,
  ide: ideModels,
  'virtio-serial': ['virtio', 'virtio-transitional', 'virtio-non-transitional'],
}

/** qemuValidateDomainDeviceDefControllerPCI. */
const ofPci = (...model: readonly (typeof controllerModels)[number][]) =>
  ({
    only: { type: ['pci'], model },
    misfit: { model: 'controller.pci-option' },
  }) as const

/** qemuValidateDomainDeviceDefControllerSCSI and virDomainControllerDefValidate. */
const ofVirtioScsi = refusedBeside('controller.scsi-only', {
  type: ['scsi'],
  model: ['virtio-scsi', 'virtio-transitional', 'virtio-non-transitional', 'auto'],
})

export const controller = {
  type: attribute(
    'type',
    oneOf('ide', 'fdc', 'scsi', 'sata', 'virtio-serial', 'ccid', 'usb', 'pci', 'xenbus', 'isa', 'nvme'),
    { help: 'Kind of controller.', required: true },
  ),
  index: attribute('index', nonNegativeInt, { help: 'Number among its kind, from 0.' }),
  model: attribute('model', oneOf(...controllerModels), {
    help: 'Model of the controller.',
    whenUnsaid: decidedLater,
  }),
  ports: attribute('ports', integer({ minimum: 1, maximum: 2_147_483_647 }), { help: 'Number of ports.' }),
  vectors: attribute('vectors', wholeNumber, { help: 'Interrupt vectors.' }),
  max_grant_frames: attribute('maxGrantFrames', wholeNumber, { help: 'Grant frames (Xen).' }),
  max_event_channels: attribute('maxEventChannels', wholeNumber, { help: 'Event channels (Xen).' }),
  serial: element('serial', anyText, { help: 'Serial number of an NVMe controller.', since: '11.5.0' }),
  driver: child(
    'driver',
    {
      queues: attribute('queues', unsignedInt, { help: 'Queues.', ...ofVirtioScsi }),
      cmd_per_lun: attribute('cmd_per_lun', wholeNumber, {
        help: 'Commands for each disk.',
        ...ofVirtioScsi,
      }),
      max_sectors: attribute('max_sectors', wholeNumber, { help: 'Sectors of a command.', ...ofVirtioScsi }),
      ioeventfd: attribute('ioeventfd', onOff, { help: 'I/O in a thread of its own.', ...ofVirtioScsi }),
      iothread: attribute('iothread', positiveInt, {
        label: 'I/O thread',
        help: 'I/O thread that serves it.',
        ...ofVirtioScsi,
      }),
      ...virtioDriver,
      iothreads: belonging(ofVirtioScsi, iothreadMapping),
    },
    { help: 'How the host serves it.' },
  ),
  master: at(
    'master',
    attribute('startport', wholeNumber, { label: 'Companion port', help: 'First port of the companion.' }),
  ),
  pcihole64: sized('pcihole64', {
    label: '64-bit hole',
    help: 'Size of the 64-bit hole for big cards.',
    ...ofPci('pci-root', 'pcie-root'),
  }),
  pci_model: at(
    'model',
    attribute(
      'name',
      oneOf(
        'pci-bridge',
        'i82801b11-bridge',
        'pcie-root-port',
        'ioh3420',
        'x3130-upstream',
        'xio3130-downstream',
        'pxb',
        'pxb-pcie',
        'spapr-pci-host-bridge',
        'pcie-pci-bridge',
      ),
      { label: 'PCI model', help: 'Device that QEMU makes.' },
    ),
  ),
  target: child(
    'target',
    {
      chassis_nr: attribute('chassisNr', hexText, {
        help: 'Chassis number of a bridge.',
        ...ofPci('pci-bridge'),
      }),
      chassis: attribute('chassis', hexText, {
        help: 'Chassis of a port.',
        ...ofPci('pcie-root-port', 'pcie-switch-downstream-port'),
      }),
      port: attribute('port', hexText, {
        help: 'Port number.',
        ...ofPci('pcie-root-port', 'pcie-switch-downstream-port'),
      }),
      bus_nr: attribute('busNr', hexText, {
        help: 'First bus of an expander.',
        ...ofPci('pci-expander-bus', 'pcie-expander-bus'),
      }),
      index: attribute('index', hexText, { help: 'Index (pSeries).', ...ofPci('pci-root') }),
      hotplug: attribute('hotplug', onOff, {
        help: 'Devices can come and go.',
        ...ofPci('pci-root', 'pcie-root-port', 'pcie-switch-downstream-port'),
      }),
      memory_reserve: attribute('memReserve', wholeNumber, { help: 'Memory window kept free.', unit: 'KiB' }),
      node: element('node', wholeNumber, {
        label: 'NUMA cell',
        help: 'Cell of the guest.',
        ...ofPci('pci-expander-bus', 'pcie-expander-bus', 'pci-root'),
      }),
    },
    { help: 'PCI details.' },
  ),
  acpi,
  alias,
  address,
} as const

/** What vm.yml says of a USB controller. */
export const usbController = {
  model: attribute('model', oneOf(...usbModels), { help: 'qemu-xhci does USB 1 to 3.' }),
  port: attribute('ports', integer({ minimum: 1, maximum: 15 }), {
    label: 'Ports',
    help: 'Number of ports.',
  }),
} as const

export const input = {
  type: attribute('type', oneOf('mouse', 'tablet', 'keyboard', 'passthrough', 'evdev'), {
    help: 'tablet keeps pointer and guest in step.',
    required: true,
  }),
  bus: attribute('bus', oneOf('ps2', 'usb', 'xen', 'virtio'), { help: 'Where the guest finds it.' }),
  model: attribute('model', oneOf('virtio', 'virtio-transitional', 'virtio-non-transitional'), {
    help: 'virtio flavour.',
    since: '5.2.0',
    ...refusedBeside('input.model', { type: ['passthrough'] }, ['virtio']),
  }),
  source: child(
    'source',
    {
      evdev: attribute('evdev', hostPath, { help: 'Event device of the host to pass through.' }),
      dev: attribute('dev', hostPath, { label: 'Device', help: 'Event device of the host.' }),
      grab: attribute('grab', oneOf('all'), { help: 'All devices are grabbed together.' }),
      repeat: attribute('repeat', onOff, { help: 'Key repeat.' }),
      grab_toggle: attribute(
        'grabToggle',
        oneOf('ctrl-ctrl', 'alt-alt', 'shift-shift', 'meta-meta', 'scrolllock', 'ctrl-scrolllock'),
        { help: 'Keys that give it to the other side.' },
      ),
    },
    { help: 'Real input device of the host.' },
  ),
  driver: child('driver', virtioDriver, { help: 'virtio options.' }),
  acpi,
  alias,
  address,
} as const

export const hub = {
  type: attribute('type', oneOf('usb'), { help: 'usb.', required: true }),
  alias,
  address,
} as const

export const redirdev = {
  bus: attribute('bus', oneOf('usb'), { help: 'usb.' }),
  type: attribute('type', oneOf(...chardevTypes), {
    help: 'spicevmc: the viewer hands in its own USB devices.',
  }),
  source: child('source', chardevSource, { help: 'The host’s end.' }),
  more_sources: moreSources,
  protocol: at(
    'protocol',
    attribute('type', oneOf('raw', 'telnet', 'telnets', 'tls'), { help: 'What is spoken over TCP.' }),
  ),
  log,
  boot,
  alias,
  address,
} as const

/** -1 lets any through. */
const hexOrAny = textLike(
  /^(?:-1|0[xX][0-9a-fA-F]{1,16}|\d{1,20})$/,
  'a hexadecimal number such as 0x01, or -1 for any',
)

export const redirfilter = {
  usbdevs: list(
    'usbdev',
    {
      class: attribute('class', hexOrAny, { help: 'USB class.' }),
      vendor: attribute('vendor', hexOrAny, { help: 'Vendor id.' }),
      product: attribute('product', hexOrAny, { help: 'Product id.' }),
      version: attribute('version', anyText, { help: 'Version.' }),
      allow: attribute('allow', yesNo, { help: 'Let it in.', required: true }),
    },
    { label: 'USB devices', help: 'First match wins.' },
  ),
} as const

export const smartcard = {
  mode: attribute('mode', oneOf('host', 'host-certificates', 'passthrough'), { help: 'Whose card it is.' }),
  type: attribute('type', oneOf(...chardevTypes), { help: 'spicevmc: the card at the viewer.' }),
  source: child('source', chardevSource, {
    help: 'The host’s end.',
    only: { mode: ['passthrough'] },
  }),
  more_sources: moreSources,
  protocol,
  log,
  certificates: texts('certificate', anyText, {
    help: 'Names of three certificates in the database.',
    only: { mode: ['host-certificates'] },
  }),
  database: element('database', hostPath, {
    help: 'Directory of the certificate database.',
    default: '/etc/pki/nssdb',
    only: { mode: ['host-certificates'] },
  }),
  acpi,
  alias,
  address,
} as const

const ratePeriod = {
  bytes: attribute('bytes', wholeNumber, { help: 'Bytes in a period.' }),
  period: attribute('period', wholeNumber, { help: 'Length of the period.', unit: 'ms' }),
} as const

export const rng = {
  model: attribute('model', oneOf('virtio', 'virtio-transitional', 'virtio-non-transitional'), {
    help: 'virtio.',
    default: 'virtio',
  }),
  rate: child('rate', ratePeriod, { help: 'How much the guest may take.' }),
  backend: short(
    'backend',
    'value',
    {
      model: attribute('model', oneOf('random', 'egd', 'builtin'), {
        help: 'random reads a device of the host.',
        default: 'random',
      }),
      type: attribute('type', oneOf(...chardevTypes), { help: 'How the daemon is reached (egd).' }),
      value: text(hostPath, { help: '/dev/urandom.' }),
      source: child('source', chardevSource, { help: 'Where the daemon is (egd).' }),
      more_sources: moreSources,
      protocol,
      log,
    },
    { help: 'Where the numbers come from.', default: '/dev/urandom' },
  ),
  driver: child('driver', virtioDriver, { help: 'virtio options.' }),
  acpi,
  alias,
  address,
} as const

export const tpm = {
  model: attribute('model', oneOf('tpm-tis', 'tpm-crb', 'tpm-spapr', 'spapr-tpm-proxy'), {
    help: 'tpm-crb for TPM 2.0, tpm-tis everywhere.',
  }),
  backend: child(
    'backend',
    {
      type: attribute('type', oneOf('passthrough', 'emulator', 'external'), {
        help: 'emulator is swtpm on the host.',
        default: 'emulator',
      }),
      version: attribute('version', oneOf('1.2', '2.0'), { help: '2.0 for Windows 11.', since: '5.6.0' }),
      persistent_state: attribute('persistent_state', yesNo, {
        help: 'The state outlives a transient domain.',
        since: '7.0.0',
      }),
      debug: attribute('debug', wholeNumber, { help: 'Log level.', since: '10.0.0' }),
      encryption: at(
        'encryption',
        attribute('secret', uuid, { help: 'UUID of the secret that encrypts the state.', since: '5.6.0' }),
      ),
      device: at('device', attribute('path', hostPath, { help: 'TPM of the host.' })),
      profile: child(
        'profile',
        {
          source: attribute('source', anyText, { help: 'Name of the profile.' }),
          name: attribute('name', anyText, { help: 'Name.' }),
          remove_disabled: attribute('removeDisabled', oneOf('check', 'fips-host'), {
            help: 'Leave out what the host has disabled.',
          }),
        },
        { help: 'Profile of the TPM.', since: '10.10.0' },
      ),
      source: child(
        'source',
        {
          type: attribute('type', oneOf('file', 'dir', 'unix'), {
            help: 'A file or directory for the state, or the socket of a TPM that runs already.',
          }),
          path: attribute('path', hostPath, { help: 'Path on the host.' }),
          mode: attribute('mode', oneOf('connect'), { help: 'connect.' }),
        },
        { help: 'Where the state or the TPM is.', since: '9.0.0' },
      ),
      active_pcr_banks: child(
        'active_pcr_banks',
        {
          sha1: presence('sha1', { label: 'SHA-1', help: 'The bank for SHA-1.' }),
          sha256: presence('sha256', { label: 'SHA-256', help: 'The bank for SHA-256.' }),
          sha384: presence('sha384', { label: 'SHA-384', help: 'The bank for SHA-384.' }),
          sha512: presence('sha512', { label: 'SHA-512', help: 'The bank for SHA-512.' }),
        },
        { label: 'Active PCR banks', help: 'Which banks the TPM measures into.', since: '7.10.0' },
      ),
    },
    { help: 'What is behind it.' },
  ),
  alias,
  address,
} as const

export const watchdog = {
  model: attribute('model', oneOf('i6300esb', 'ib700', 'diag288', 'itco'), {
    help: 'itco is in every q35; i6300esb on PCI.',
    required: true,
  }),
  action: attribute('action', oneOf('reset', 'shutdown', 'poweroff', 'pause', 'dump', 'inject-nmi', 'none'), {
    help: 'What happens when the guest stops answering.',
    default: 'reset',
  }),
  acpi,
  alias,
  address,
} as const

export const memballoon = {
  model: attribute(
    'model',
    oneOf('virtio', 'virtio-transitional', 'virtio-non-transitional', 'xen', 'none'),
    { help: 'none with a passed-through device.', default: 'virtio', required: true },
  ),
  autodeflate: attribute('autodeflate', onOffText, {
    help: 'Memory comes back before the guest kills processes.',
  }),
  free_page_reporting: attribute('freePageReporting', onOff, {
    help: 'Free pages go back to the host.',
    since: '6.9.0',
  }),
  stats: child(
    'stats',
    {
      period: attribute('period', wholeNumber, { help: 'How often.', unit: 's' }),
    },
    { help: 'Memory figures from the guest.' },
  ),
  driver: child('driver', virtioDriver, { help: 'virtio options.' }),
  acpi,
  alias,
  address,
} as const

export const shmem = {
  name: attribute('name', anyText, { help: 'Name of the region; no slash.', required: true }),
  role: attribute('role', oneOf('master', 'peer'), { help: 'Whether the VM may migrate.', since: '6.6.0' }),
  model: child(
    'model',
    {
      type: attribute('type', oneOf('ivshmem', 'ivshmem-plain', 'ivshmem-doorbell'), {
        help: 'plain is memory alone, doorbell has interrupts.',
      }),
    },
    { help: 'Kind of device.' },
  ),
  size: sized('size', { help: 'A power of two.' }),
  server: child(
    'server',
    {
      path: attribute('path', hostPath, { help: 'Socket of the ivshmem server.' }),
    },
    { help: 'ivshmem server, for interrupts.' },
  ),
  msi: child(
    'msi',
    {
      vectors: attribute('vectors', wholeNumber, { help: 'Vectors.' }),
      ioeventfd: attribute('ioeventfd', onOff, { help: 'I/O in a thread of its own.' }),
    },
    { label: 'MSI', help: 'Interrupts.' },
  ),
  acpi,
  alias,
  address,
} as const

export const iommu = {
  model: attribute('model', oneOf('intel', 'smmuv3', 'virtio', 'amd'), {
    help: 'intel on q35, smmuv3 on aarch64.',
    required: true,
  }),
  driver: child(
    'driver',
    {
      intremap: attribute('intremap', onOff, {
        label: 'Interrupt remapping',
        help: 'Needs the I/O APIC of QEMU.',
      }),
      caching_mode: attribute('caching_mode', onOff, { help: 'Needed for VFIO in the guest.' }),
      eim: attribute('eim', onOff, {
        label: 'Extended interrupt mode',
        help: 'Needed for more than 254 vCPUs.',
      }),
      iotlb: attribute('iotlb', onOff, { label: 'I/O TLB', help: 'The device caches translations.' }),
      aw_bits: attribute('aw_bits', wholeNumber, { label: 'Address width', help: '39 or 48.', unit: 'bits' }),
      dma_translation: attribute('dma_translation', onOff, {
        label: 'DMA translation',
        help: 'Translate DMA.',
        since: '10.7.0',
      }),
      passthrough: attribute('passthrough', onOff, { help: 'No translation by default.', since: '11.5.0' }),
      xtsup: attribute('xtsup', onOff, { help: 'x2APIC (AMD).', since: '11.5.0' }),
      pci_bus: attribute('pciBus', wholeNumber, {
        label: 'PCI bus',
        help: 'Number of the PCI controller that it serves (smmuv3).',
      }),
      accel: attribute('accel', onOff, {
        label: 'Acceleration',
        help: 'The host’s own SMMU translates (smmuv3).',
      }),
      ats: attribute('ats', onOff, { label: 'ATS', help: 'Address Translation Service.' }),
      ril: attribute('ril', onOff, { label: 'RIL', help: 'Range invalidation (smmuv3).' }),
      ssidsize: attribute('ssidsize', wholeNumber, {
        label: 'Substream id width',
        help: 'Width of a substream id (smmuv3).',
        unit: 'bits',
      }),
      oas: attribute('oas', wholeNumber, {
        label: 'Output address width',
        help: 'Width of an output address (smmuv3).',
        unit: 'bits',
      }),
      cmdqv: attribute('cmdqv', onOff, {
        label: 'CMDQV',
        help: 'Command queues that the hardware gives to guests (smmuv3).',
      }),
      granule: at('granule', sizedAttribute('size', { help: 'Smallest page that is mapped (virtio).' })),
      granule_mode: at(
        'granule',
        attribute('mode', oneOf('host'), { help: 'host: the page size of the host (virtio).' }),
      ),
    },
    { help: 'What it does.' },
  ),
  acpi,
  alias,
  address,
} as const

export const vsock = {
  model: attribute('model', oneOf('virtio', 'virtio-transitional', 'virtio-non-transitional'), {
    help: 'virtio.',
  }),
  cid: child(
    'cid',
    {
      auto: attribute('auto', yesNo, { help: 'libvirt chooses.' }),
      address: attribute('address', integer({ minimum: 3 }), { help: 'Context id from 3.' }),
    },
    { label: 'CID', help: 'Context id of the guest.' },
  ),
  driver: child('driver', virtioDriver, { help: 'virtio options.' }),
  acpi,
  alias,
  address,
} as const

export const panic = {
  model: attribute('model', oneOf('isa', 'pseries', 'hyperv', 's390', 'pvpanic'), {
    help: 'isa on x86, pvpanic on PCI.',
  }),
  alias,
  address,
} as const
