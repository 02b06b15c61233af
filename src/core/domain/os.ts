/** What boots and how. Manual: Operating system booting. */
import {
  anyText,
  at,
  attribute,
  child,
  element,
  entries,
  entriesList,
  hostPath,
  integer,
  list,
  modelName,
  oneOf,
  shortList,
  text,
  texts,
  yesNo,
} from '../table/index.ts'
import { storageSource, storageTypeOfAny } from './storage-source.ts'

export const loaderShape = {
  readonly: attribute('readonly', yesNo, {
    help: 'The image is mapped read-only, as the code part of UEFI has to be.',
  }),
  secure: attribute('secure', yesNo, {
    help: 'The firmware may only be written from System Management Mode: needed for Secure Boot.',
    since: '2.1.0',
  }),
  type: attribute('type', oneOf('rom', 'pflash'), {
    help: 'pflash for UEFI with its own variable store, rom for a plain BIOS image.',
  }),
  stateless: attribute('stateless', yesNo, { help: 'The firmware keeps no variables.', since: '8.6.0' }),
  format: attribute('format', oneOf('raw', 'qcow2'), { help: 'Format of the image.', since: '9.2.0' }),
} as const

export const os = {
  firmware: attribute('firmware', oneOf('bios', 'efi'), {
    help: 'libvirt picks the firmware files by itself; not together with a loader of your own.',
    since: '5.2.0',
  }),
  type: at(
    'type',
    text(oneOf('hvm', 'linux', 'xen', 'xenpvh', 'exe'), {
      help: 'hvm is a whole machine.',
      default: 'hvm',
    }),
  ),
  arch: at(
    'type',
    attribute('arch', modelName, { help: 'Architecture of the guest: x86_64, aarch64, riscv64 …' }),
  ),
  machine: at('type', attribute('machine', modelName, { help: 'Machine type, such as q35 or virt.' })),
  firmware_features: at(
    'firmware',
    list(
      'feature',
      {
        enabled: attribute('enabled', yesNo, {
          help: 'The firmware must have the feature, or must not.',
          required: true,
        }),
        name: attribute('name', oneOf('enrolled-keys', 'secure-boot'), {
          help: 'secure-boot, or enrolled-keys for a store that already holds vendor keys.',
          required: true,
        }),
      },
      { label: 'Firmware features', help: 'What firmware autoselection has to look for.', since: '7.2.0' },
    ),
  ),
  loader: child(
    'loader',
    {
      ...loaderShape,
      value: text(hostPath, { help: 'Path of the firmware image on the host.' }),
    },
    { help: 'The firmware image.' },
  ),
  nvram: child(
    'nvram',
    {
      template: attribute('template', hostPath, {
        help: 'The image that the variable store is copied from when it is missing.',
      }),
      template_format: attribute('templateFormat', oneOf('raw', 'qcow2'), {
        help: 'Format of the template.',
        since: '10.10.0',
      }),
      type: attribute('type', storageTypeOfAny, {
        help: 'Where the variable store is.',
        since: '8.5.0',
      }),
      format: attribute('format', oneOf('raw', 'qcow2'), {
        help: 'Format of the variable store.',
        since: '9.2.0',
      }),
      value: text(hostPath, { help: 'Path of this VM’s own variable store.' }),
      source: child('source', storageSource, {
        help: 'Where it is, when a path does not say it.',
        since: '8.5.0',
      }),
    },
    { label: 'NVRAM', help: 'The UEFI variables of this VM.' },
  ),
  varstore: child(
    'varstore',
    {
      template: attribute('template', hostPath, {
        help: 'The JSON file that the variables are copied from when the store is missing.',
      }),
      path: attribute('path', hostPath, { help: 'Path of this VM’s own variable store.' }),
    },
    {
      label: 'Variable store',
      help: 'The UEFI variables as JSON, for firmware that leaves them to QEMU; not together with NVRAM.',
    },
  ),
  kernel: element('kernel', hostPath, { help: 'Kernel to boot directly, a path on the host.' }),
  initrd: element('initrd', hostPath, { help: 'Its initial ramdisk.' }),
  cmdline: element('cmdline', anyText, { label: 'Kernel command line', help: 'Its command line.' }),
  shim: element('shim', hostPath, {
    help: 'Boot loader that checks the kernel for Secure Boot.',
    since: '11.2.0',
  }),
  dtb: element('dtb', hostPath, { label: 'Device tree', help: 'Device tree blob.', since: '1.0.4' }),
  boot: shortList(
    'boot',
    'dev',
    {
      dev: attribute('dev', oneOf('fd', 'hd', 'cdrom', 'network'), {
        help: 'Kind of device.',
        required: true,
      }),
    },
    {
      label: 'Boot order',
      help: 'Kinds of device in the order they are tried. Not together with a boot order at the devices.',
      default: 'hd',
    },
  ),
  bootmenu: child(
    'bootmenu',
    {
      enable: attribute('enable', yesNo, { help: 'Show a boot menu.' }),
      timeout: attribute('timeout', integer({ minimum: 0, maximum: 65535 }), {
        help: 'How long the menu waits.',
        unit: 'ms',
      }),
    },
    { label: 'Boot menu', help: 'A menu before the guest boots.' },
  ),
  smbios: at(
    'smbios',
    attribute('mode', oneOf('none', 'emulate', 'host', 'sysinfo'), {
      label: 'SMBIOS',
      help: 'Where the SMBIOS data of the guest come from; sysinfo takes what this design says.',
    }),
  ),
  bios: child(
    'bios',
    {
      useserial: attribute('useserial', yesNo, { help: 'BIOS messages on the serial port.' }),
      reboot_timeout: attribute('rebootTimeout', integer({ minimum: -1, maximum: 65535 }), {
        help: 'Reboot after a failed boot; -1 never.',
        unit: 'ms',
      }),
    },
    { label: 'BIOS', help: 'SeaBIOS options.' },
  ),
  init: element('init', anyText, { help: 'Program to start in a container.' }),
  initargs: texts('initarg', anyText, { help: 'Its arguments.' }),
  initdir: element('initdir', anyText, {
    label: 'Working directory',
    help: 'The directory that it starts in.',
  }),
  inituser: element('inituser', anyText, { label: 'User', help: 'The user that it runs as.' }),
  initgroup: element('initgroup', anyText, { label: 'Group', help: 'The group that it runs as.' }),
  root: element('root', anyText, { help: 'Root file system of a paravirtual Xen guest.' }),
  initenv: entries('initenv', 'name', { help: 'Its environment.' }),
  acpi_tables: at(
    'acpi',
    list(
      'table',
      {
        type: attribute('type', oneOf('slic', 'rawset', 'raw', 'msdm'), { help: 'Kind of table.' }),
        value: text(hostPath, { help: 'Path on the host.' }),
      },
      { label: 'ACPI tables', help: 'ACPI tables handed to the guest.' },
    ),
  ),
} as const

/** How the guest names itself in SMBIOS. Manual: SMBIOS System Information. */
export const sysinfo = {
  type: attribute('type', oneOf('smbios', 'fwcfg'), {
    help: 'smbios, or fwcfg for blobs handed to the firmware.',
    default: 'smbios',
  }),
  bios: at(
    'bios',
    entries('entry', 'name', {
      label: 'BIOS',
      help: 'vendor, version, date, release.',
      example: 'vendor: ACME',
    }),
  ),
  system: at(
    'system',
    entries('entry', 'name', { help: 'manufacturer, product, version, serial, uuid, sku, family.' }),
  ),
  baseboard: entriesList('baseBoard', 'entry', 'name', {
    help: 'manufacturer, product, version, serial, asset, location.',
  }),
  chassis: at('chassis', entries('entry', 'name', { help: 'manufacturer, version, serial, asset, sku.' })),
  processor: entriesList('processor', 'entry', 'name', {
    help: 'socket_destination, type, family, manufacturer, signature, version …',
  }),
  oem_strings: at(
    'oemStrings',
    texts('entry', anyText, {
      label: 'OEM strings',
      help: 'Free texts, read by the guest’s systemd as credentials among others.',
      since: '4.1.0',
    }),
  ),
  entries: list(
    'entry',
    {
      name: attribute('name', anyText, { help: 'Name, such as opt/com.example/name.', required: true }),
      file: attribute('file', hostPath, { help: 'File of the host that has the content.' }),
      value: text(anyText, { help: 'The content itself.' }),
    },
    {
      label: 'Firmware configuration',
      help: 'Blobs that firmware and guest read through fw_cfg.',
      since: '6.5.0',
      only: { type: ['fwcfg'] },
    },
  ),
} as const
