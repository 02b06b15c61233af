/** What boots, what SMBIOS says, and the encrypted memory. */
import {
  attributes,
  elements,
  kind,
  list,
  number,
  numberElements,
  numbers,
  object,
  required,
  text,
  texts,
} from '../words.ts'
import { atDev, namedValue, optionalPath, withMode } from './shared.ts'
import { storageSource } from './storage.ts'

export const cacheSize = {
  unit: required(text('@unit')),
  value: required(text('@value')),
}

const entries = {
  entry: list('entry', namedValue),
}

export const launchSecurity = {
  s390pv: kind('@type', 's390-pv'),
  sev: kind('@type', 'sev', {
    ...attributes('kernelHashes'),
    ...numberElements('policy'),
    cbit_pos: number('cbitpos'),
    dh_cert: required(text('dhCert')),
    reduced_phys_bits: number('reducedPhysBits'),
  }),
  sevsnp: kind('@type', 'sev-snp', {
    ...attributes('authorKey kernelHashes vcek'),
    ...numberElements('policy'),
    cbit_pos: number('cbitpos'),
    guest_visible_workarounds: text('guestVisibleWorkarounds'),
    host_data: text('hostData'),
    id_auth: text('idAuth'),
    id_block: text('idBlock'),
    reduced_phys_bits: number('reducedPhysBits'),
  }),
  tdx: kind('@type', 'tdx', {
    ...numberElements('policy'),
    mr_config_id: text('mrConfigId'),
    mr_owner: text('mrOwner'),
    mr_owner_config: text('mrOwnerConfig'),
    quote_generation_service: object('quoteGenerationService', optionalPath),
  }),
}

export const os = {
  ...elements('cmdline dtb init initrd kernel loader shim type'),
  ...attributes('firmware'),
  acpi: object('acpi', {
    tables: list('table', {
      path: required(text('')),
      type: required(text('@type')),
    }),
  }),
  bios: object('bios', {
    ...numbers('rebootTimeout'),
    use_serial: text('@useserial'),
  }),
  boot_devices: list('boot', atDev),
  boot_menu: object('bootmenu', attributes('enable timeout')),
  firmware_info: object('firmware', {
    features: list('feature', attributes('enabled name')),
  }),
  init_args: texts('initarg'),
  init_dir: text('initdir'),
  init_env: list('initenv', namedValue),
  init_group: text('initgroup'),
  init_user: text('inituser'),
  loader_format: text('loader/@format'),
  loader_readonly: text('loader/@readonly'),
  loader_secure: text('loader/@secure'),
  loader_stateless: text('loader/@stateless'),
  loader_type: text('loader/@type'),
  nv_ram: object('nvram', {
    ...attributes('format template templateFormat'),
    nv_ram: required(text('')),
    source: object('source', storageSource),
  }),
  sm_bios: object('smbios', withMode),
  type_arch: text('type/@arch'),
  type_machine: text('type/@machine'),
}

export const sysInfo = {
  fw_cfg: kind('@type', 'fwcfg', {
    entry: list('entry', {
      ...attributes('file'),
      name: required(text('@name')),
      value: required(text('')),
    }),
  }),
  smbios: kind('@type', 'smbios', {
    base_board: list('baseBoard', entries),
    bios: object('bios', entries),
    chassis: object('chassis', entries),
    oem_strings: object('oemStrings', {
      entry: texts('entry'),
    }),
    processor: list('processor', entries),
    system: object('system', entries),
  }),
}
